/** A rule's audit on the six real forms, or on forms tampered with in ways that the compiler would not let through. */
import { Effect } from "effect"
import type { FormDraft } from "../../policy/data/form.ts"
import type { FormId } from "../../policy/data/form-id.ts"
import { AskedForms } from "../../policy/evidence/asked-forms.ts"
import type { Rule, Verdict } from "../../policy/rule.ts"
import { forms } from "../../surveys/forms.ts"

export const audit = (rule: Rule<AskedForms>, asked: readonly FormDraft[] = forms): Effect.Effect<Verdict> =>
  Effect.provideService(rule.audit, AskedForms, asked)

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
