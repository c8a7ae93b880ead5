/** Lists the questions of every form: the evidence store accepts words only as an answer to one of them. */
import { forms } from "../../surveys/forms.ts"
import type { KnownQuestionTable } from "./schema.ts"

/** The postcode is left out: it never reaches a store. */
export const knownQuestions: readonly KnownQuestionTable[] = forms.flatMap(({ id, pages }) =>
  pages.flatMap((page) =>
    page.questions.filter(({ kind }) => kind !== "postcode").map(({ key }) => ({ form: id, question: key })),
  ),
)
