/** What a secure setting withholds: found in the forms as written, and refused in the answers as sent. */
import { Effect } from "effect"
import type { WireAnswers } from "../data/answer.ts"
import type { FormDraft } from "../data/form.ts"
import { isWithheld } from "../data/withheld.ts"
import { RuleViolation } from "../rule.ts"
import type { RuleId } from "../rule-id.ts"

/** A gate that lets an answer of these categories through only where the question is asked. */
export const withheldGate =
  (rule: RuleId, categories: readonly string[], remedy: string) =>
  (form: FormDraft, answers: WireAnswers): Effect.Effect<void, RuleViolation> => {
    const questions = form.pages.flatMap((page) => page.questions)
    const given = questions
      .filter(isWithheld(questions, answers))
      .find((question) => categories.includes(question.category) && Object.hasOwn(answers, question.key))
    return given === undefined ? Effect.void : Effect.fail(new RuleViolation({ rule, question: given.key, remedy }))
  }

/** Questions of these categories that come before the setting, or are not held back by it. */
export const askedTooSoon = (forms: readonly FormDraft[], categories: readonly string[]): readonly string[] =>
  forms.flatMap((form) => {
    const settingPage = form.pages.findIndex((page) =>
      page.questions.some((question) => question.category === "living-situation"),
    )
    return form.pages.flatMap((page, index) =>
      page.questions
        .filter((question) => categories.includes(question.category))
        .filter((question) => settingPage === -1 || index <= settingPage || question.askedWhen !== "community-setting")
        .map((question) => `form ${form.id}, question ${question.key} can be asked in a secure setting`),
    )
  })
