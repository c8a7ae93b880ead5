/** Lists every question of the forms, each with its form, and names it for a message. */
import type { FormDraft } from "../data/form.ts"
import type { QuestionDraft } from "../data/question.ts"

export interface AskedQuestion {
  readonly form: FormDraft
  readonly question: QuestionDraft
}

/** In the order asked. */
export const everyQuestion = (forms: readonly FormDraft[]): readonly AskedQuestion[] =>
  forms.flatMap((form) => form.pages.flatMap((page) => page.questions.map((question) => ({ form, question }))))

export const named = ({ form, question }: AskedQuestion): string => `form ${form.id}, question ${question.key}`
