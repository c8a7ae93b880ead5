/** Only the variables of the DPIA are asked, each with its purpose and benefit, and only with the options it lists. */
import type { Breach } from "../breach.ts"
import { type ApprovedOptions, approvedKinds, approvedOptions, categoryOf } from "../data/approved-variables.ts"
import { type DataCategory, type DirectIdentifier, dataCategories } from "../data/category.ts"
import type { Characteristic } from "../data/purpose.ts"
import type { QuestionDraft } from "../data/question.ts"
import type { KeyOf, OptionOf } from "../data/question-of.ts"
import { dpiaVersion } from "../dpia/document/version.ts"
import { unreviewed, variableSetOf } from "../dpia/variable-set.ts"
import { everyQuestion, named } from "../facts/asked-question.ts"
import { seenOr } from "../facts/fact.ts"
import { contentBreaches, contentText } from "../facts/kept-content.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { defineRule } from "../rule.ts"
import { judge, upheldUnless } from "../verdict.ts"

type Said<T> = T extends "" ? false : T extends string ? true : false

type Explained<Q> = Q extends { readonly purpose: infer P; readonly benefit: infer B }
  ? [Said<P>, Said<B>] extends [true, true]
    ? true
    : false
  : false

type OptionKeys<Q> = KeyOf<OptionOf<Q>>

type WithinList<C, Q> = C extends keyof ApprovedOptions
  ? [OptionKeys<Q>] extends [ApprovedOptions[C][number]]
    ? true
    : false
  : true

type OwnWords<Q> = OptionOf<Q> extends infer O ? (O extends { readonly own: true } ? true : never) : never

type CharacteristicApproved<C, Q> = [C] extends [Characteristic]
  ? Q extends { readonly kind: (typeof approvedKinds)[C]; readonly category: (typeof categoryOf)[C] }
    ? [Explained<Q>, WithinList<C, Q>] extends [true, true]
      ? C extends "ethnicity"
        ? [OwnWords<Q>] extends [never]
          ? true
          : false
        : true
      : false
    : false
  : false

type Approved<Q> = Q extends { readonly category: DataCategory | DirectIdentifier }
  ? Q extends { readonly characteristic: infer C }
    ? CharacteristicApproved<C, Q>
    : Q extends { readonly topic: string } | { readonly subject: string }
      ? Q extends { readonly category: "opinion" | "free-text" | DirectIdentifier }
        ? true
        : false
      : false
  : false

type Unapproved<Q> = Q extends unknown ? (Approved<Q> extends true ? never : KeyOf<Q>) : never

/** A council that is asked of a child whose postcode already gives it (F06). */
type AskedTwice<Q> = Q extends { readonly characteristic: "local-council" }
  ? Q extends { readonly askedUnless: "home-postcode" }
    ? never
    : KeyOf<Q>
  : never

export type ApprovedVariablesOnly<Q> = [Unapproved<Q>] extends [never]
  ? [AskedTwice<Q>] extends [never]
    ? unknown
    : Breach<
        "approved-variables-only",
        `leave question "${AskedTwice<Q>}" out after a postcode: give it askedUnless: "home-postcode"`
      >
  : Breach<
      "approved-variables-only",
      `question "${Unapproved<Q>}" is not as the DPIA lists it: give its topic or characteristic, kind, category, purpose, benefit and only listed options`
    >

const inList = (list: readonly string[], question: QuestionDraft): boolean =>
  "options" in question && question.options.every((option) => list.includes(option.key))

const approvedCharacteristic = (characteristic: Characteristic, question: QuestionDraft): boolean => {
  const lists: Partial<Record<Characteristic, readonly string[]>> = approvedOptions
  const list = lists[characteristic]
  return (
    question.kind === approvedKinds[characteristic] &&
    question.category === categoryOf[characteristic] &&
    Boolean(question.purpose && question.benefit) &&
    (list === undefined || inList(list, question)) &&
    (characteristic !== "local-council" || question.askedUnless === "home-postcode") &&
    !(characteristic === "ethnicity" && "options" in question && question.options.some((option) => option.own))
  )
}

const approved = (question: QuestionDraft): boolean =>
  dataCategories.some((category) => category === question.category) &&
  (question.characteristic
    ? approvedCharacteristic(question.characteristic, question)
    : Boolean(question.topic || question.subject) && ["opinion", "free-text"].includes(question.category))

export const approvedVariablesOnly = defineRule({
  id: "approved-variables-only",
  statement: "Nothing is asked but the variables the DPIA lists, each with a clear purpose and benefit.",
  source: { section: 4, quote: "Each child characteristic being collected has a clear purpose and benefit" },
  law: ["UK GDPR Art 5(1)(b)", "UK GDPR Art 5(1)(c)"],
  enforcedBy: ["types", "test"],
  enforcedAt: ["surveys/authoring/form.ts#defineForm", "surveys/authoring/question.ts#question"],
  audit: ({ forms, content, schema, deployment }) =>
    judge({ forms, content, schema }, ({ forms, content, schema }) => {
      const asked = everyQuestion(forms)
      const set = variableSetOf(asked)
      const reviewed = seenOr(deployment, undefined)?.variableSets ?? []
      return upheldUnless(
        [
          ...asked
            .filter(({ question }) => !approved(question))
            .map((each) => `${named(each)} is not an approved variable`),
          ...unreviewed(set, reviewed),
          ...contentBreaches(content, "approved-variables-only"),
          ...schemaBreaches(schema, "approved-variables-only"),
        ],
        `${asked.length} of ${asked.length} questions are variables of the DPIA; set ${set} against DPIA ${dpiaVersion.slice(0, 12)}; ${contentText(content)}`,
      )
    }),
})
