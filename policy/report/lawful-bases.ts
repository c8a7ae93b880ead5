/** Lists the lawful basis of each form, the condition of each sensitive question and option, and the unsettled points. */
import type { FormDraft } from "../data/form.ts"
import type { ConditionDraft } from "../data/lawful-basis.ts"
import type { QuestionDraft, RowDraft } from "../data/question.ts"
import { everyQuestion } from "../facts/asked-question.ts"
import type { BasisReport } from "./report.ts"

const conditionTold = (condition: ConditionDraft | undefined): Omit<BasisReport, "what" | "forms"> => {
  if (condition === undefined) return { basis: "no condition is given", unsettled: [] }
  const { article, schedule1 = [], version, inForce, policyDocument, unsettled } = condition
  if (unsettled !== undefined) return { basis: "none is given by the DPIA", unsettled: [unsettled] }
  return {
    basis: [
      article ?? "no article",
      ...schedule1,
      ...(policyDocument?.reference ? [`appropriate policy document ${policyDocument.reference}`] : []),
    ].join("; "),
    ...(version !== undefined && { version }),
    ...(inForce !== undefined && { inForce }),
    unsettled: policyDocument?.unsettled === undefined ? [] : [policyDocument.unsettled],
  }
}

const partsOf = (question: QuestionDraft): readonly RowDraft[] => [
  ...("options" in question ? question.options : []),
  ...("rows" in question ? question.rows : []),
]

const sensitive = (forms: readonly FormDraft[]): readonly BasisReport[] =>
  everyQuestion(forms).flatMap(({ form, question }) => [
    ...(question.condition === undefined
      ? []
      : [
          {
            what: `question “${question.key}”`,
            forms: [form.id],
            ...(question.category === "ethnic-group" && { reveals: "ethnic-origin" }),
            ...conditionTold(question.condition),
          },
        ]),
    ...partsOf(question)
      .filter(({ infers, condition }) => infers !== undefined || condition !== undefined)
      .map(({ key, infers, condition }) => ({
        what: `option “${key}” of question “${question.key}”`,
        forms: [form.id],
        ...(infers !== undefined && { reveals: infers }),
        ...conditionTold(condition),
      })),
  ])

/** The same words for several forms stand once. */
const gathered = (rows: readonly BasisReport[]): readonly BasisReport[] => {
  const found = new Map<string, BasisReport>()
  for (const { forms, ...row } of rows) {
    const key = JSON.stringify(row)
    found.set(key, { ...row, forms: [...new Set([...(found.get(key)?.forms ?? []), ...forms])] })
  }
  return [...found.values()]
}

export const lawfulBases = (forms: readonly FormDraft[]): readonly BasisReport[] =>
  gathered([
    ...forms.map(({ id, basis }) => ({
      what: "every question",
      forms: [id],
      basis: basis?.provision ?? "none is given",
      ...(basis && { version: basis.version, inForce: basis.inForce }),
      unsettled: [],
    })),
    ...sensitive(forms),
  ])
