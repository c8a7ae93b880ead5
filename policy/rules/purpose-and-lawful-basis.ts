/** Every answer is asked for one purpose on a named lawful basis, and a sensitive option carries its own condition. */
import type { Breach } from "../breach.ts"
import { inferable } from "../data/approved-variables.ts"
import type { Inference } from "../data/category.ts"
import {
  type ConditionDraft,
  type ConditionFor,
  type PublicTask,
  publicTask,
  type SubstantialPublicInterest,
} from "../data/lawful-basis.ts"
import type { RowDraft } from "../data/question.ts"
import type { KeyOf } from "../data/question-of.ts"
import { type AskedQuestion, everyQuestion, named } from "../facts/asked-question.ts"
import { defineRule } from "../rule.ts"
import { judge, upheldUnless } from "../verdict.ts"

type Inferable = typeof inferable

type Conditioned<O, I extends Inference> = O extends { readonly infers: I; readonly condition: ConditionFor<I> }
  ? never
  : KeyOf<O>

type BareOption<O> = O extends { readonly key: infer K }
  ? K extends keyof Inferable
    ? Conditioned<O, Inferable[K]>
    : O extends { readonly infers: infer I extends Inference }
      ? Conditioned<O, I>
      : never
  : never

type BareQuestion<Q> = Q extends { readonly category: "ethnic-group" }
  ? Q extends { readonly condition: SubstantialPublicInterest }
    ? never
    : KeyOf<Q>
  : never

type ConditionRemedy<K extends string> =
  `give "${K}" what it infers and its Article 9 condition with Schedule 1 and policy document, or for Article 10 unsettled("F17")`

/** An option or a row that reveals health or an offence carries its condition. */
export type PartHasItsCondition<O> = [BareOption<O>] extends [never]
  ? unknown
  : Breach<"purpose-and-lawful-basis", ConditionRemedy<BareOption<O>>>

/** A question about ethnicity carries its condition. */
export type QuestionHasItsCondition<Q> = [BareQuestion<Q>] extends [never]
  ? unknown
  : Breach<"purpose-and-lawful-basis", ConditionRemedy<BareQuestion<Q>>>

export type PurposeAndLawfulBasis<F> = F extends {
  readonly purpose: "childhood-commission"
  readonly basis: PublicTask
}
  ? unknown
  : Breach<"purpose-and-lawful-basis", "give the form its purpose and its Article 6 basis">

const isDocumented = ({ schedule1 = [], policyDocument }: ConditionDraft): boolean =>
  schedule1.length > 0 && Boolean(policyDocument?.reference || policyDocument?.unsettled === "F18")

const meets = (infers: Inference, condition: ConditionDraft = {}): boolean =>
  infers === "criminal-offence"
    ? condition.unsettled === "F17" || (condition.article === "UK GDPR Art 10" && isDocumented(condition))
    : condition.article === "UK GDPR Art 9(2)(g)" && isDocumented(condition)

const isBare = (option: RowDraft): boolean => {
  const known: Partial<Record<string, Inference>> = inferable
  const expected = known[option.key] ?? option.infers
  return expected !== undefined && (option.infers !== expected || !meets(expected, option.condition))
}

const bareParts = (each: AskedQuestion): readonly string[] => [
  ...(each.question.category === "ethnic-group" && !meets("ethnic-origin", each.question.condition)
    ? [named(each)]
    : []),
  ...[
    ...("options" in each.question ? each.question.options : []),
    ...("rows" in each.question ? each.question.rows : []),
  ]
    .filter(isBare)
    .map((option) => `${named(each)}, option ${option.key}`),
]

const unsettledParts = (asked: readonly AskedQuestion[]): number =>
  asked.filter(({ question }) => JSON.stringify(question).includes('"unsettled"')).length

export const purposeAndLawfulBasis = defineRule({
  id: "purpose-and-lawful-basis",
  statement:
    "Every answer has one purpose and a lawful basis; special category and criminal offence data have their conditions.",
  source: { section: 4, quote: "processing is necessary for the performance of a task" },
  law: ["UK GDPR Art 6(1)(e)", "UK GDPR Art 9(2)(g)", "UK GDPR Art 10", "DPA 2018 Sch 1 Part 2 paras 5, 6, 8"],
  enforcedBy: ["types", "test"],
  enforcedAt: ["surveys/authoring/form.ts#defineForm", "surveys/authoring/question.ts#question"],
  audit: ({ forms }) =>
    judge({ forms }, ({ forms }) => {
      const asked = everyQuestion(forms)
      const baseless = forms.filter(
        ({ purpose, basis }) => purpose !== "childhood-commission" || basis?.provision !== publicTask.provision,
      )
      return upheldUnless(
        [
          ...baseless.map((form) => `form ${form.id} has not its purpose and basis`),
          ...asked.flatMap(bareParts).map((part) => `${part} lacks its condition`),
        ],
        `${asked.length} of ${asked.length} questions have purpose and basis; ${unsettledParts(asked)} wait for F17 or F18`,
      )
    }),
})
