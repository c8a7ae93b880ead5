/** The forms that this deployment puts before children, as the audits see them. */
import { Context } from "effect"
import type { FormDraft } from "../data/form.ts"
import type { QuestionDraft } from "../data/question.ts"

export class AskedForms extends Context.Service<AskedForms, readonly FormDraft[]>()("policy/evidence/AskedForms") {}

export interface AskedQuestion {
  readonly form: FormDraft
  readonly question: QuestionDraft
}

/** Every question of every form, in the order asked. */
export const everyQuestion = (forms: readonly FormDraft[]): readonly AskedQuestion[] =>
  forms.flatMap((form) => form.pages.flatMap((page) => page.questions.map((question) => ({ form, question }))))

export const named = ({ form, question }: AskedQuestion): string => `form ${form.id}, question ${question.key}`
