/** Reads the questions out of a form's type, one by one, so that a rule can name the one that breaks it. */
import type { FormDraft } from "./form.ts"

/** The union of a form's questions. */
export type QuestionOf<F extends FormDraft> = F["pages"][number]["questions"][number]

/** The key of a question, for a breach to name. */
export type KeyOf<Q> = Q extends { readonly key: infer K extends string } ? K : never

/** The union of a question's options; `never` for a question without options. */
export type OptionOf<Q> = Q extends { readonly options: ReadonlyArray<infer O> } ? O : never

/** The union of a grid's rows; `never` for a question without rows. */
export type RowOf<Q> = Q extends { readonly rows: ReadonlyArray<infer R> } ? R : never
