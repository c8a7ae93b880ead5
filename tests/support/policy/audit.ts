/** Audits a rule on the six real forms, or on forms tampered with in ways that the compiler would not let through. */
import type { FormDraft } from "../../../policy/data/form.ts"
import type { FormId } from "../../../policy/data/form-id.ts"
import { seen } from "../../../policy/facts/fact.ts"
import type { Facts } from "../../../policy/facts/facts.ts"
import type { Rule } from "../../../policy/rule.ts"
import type { Verdict } from "../../../policy/verdict.ts"
import { forms } from "../../../surveys/forms.ts"
import { factsWith } from "./facts.ts"

type PureAudit = (facts: Facts) => Verdict

export const audit = (rule: Rule<PureAudit>, asked: readonly FormDraft[] = forms): Verdict =>
  rule.audit(factsWith({ forms: seen(asked) }))

/** The six forms with one of them changed. */
export const withForm = (id: FormId, change: object): readonly FormDraft[] =>
  forms.map((form) => (form.id === id ? { ...form, ...change } : form))

/** The six forms with one question of one form changed. */
export const withQuestion = (id: FormId, key: string, change: object): readonly FormDraft[] =>
  forms.map((form) => {
    if (form.id !== id) return form
    const pages = form.pages.map((page) => ({
      ...page,
      questions: page.questions.map((question) => (question.key === key ? { ...question, ...change } : question)),
    }))
    return { ...form, pages }
  })
