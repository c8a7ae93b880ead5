/** There are the forms that the DPIA names, for the ages it names, and each asks all of what it says it asks. */
import type { Breach } from "../breach.ts"
import { notOffered } from "../data/approved-variables.ts"
import type { FormDraft } from "../data/form.ts"
import { type FormId, formIds } from "../data/form-id.ts"
import { agesOf, type derivedFrom } from "../data/form-scope.ts"
import {
  type Characteristic,
  characteristics,
  type EarlyYearsSubject,
  earlyYearsSubjects,
  type Topic,
  topics,
} from "../data/purpose.ts"
import type { KeyOf, OptionOf, QuestionOf } from "../data/question-of.ts"
import { contentBreaches, contentText } from "../facts/kept-content.ts"
import { decoderOf } from "../response/decoder.ts"
import { smallForm } from "../response/small-form.ts"
import { defineRule } from "../rule.ts"
import { judge, upheldUnless } from "../verdict.ts"

type Sought<F extends FormDraft> = F["id"] extends "4-5" ? EarlyYearsSubject : Topic | Characteristic

type SubjectOf<Q> = Q extends
  | { readonly topic: infer S extends string }
  | { readonly characteristic: infer S extends string }
  | { readonly subject: infer S extends string }
  ? S
  : never

type OfferedAge<F extends FormDraft> = KeyOf<OptionOf<Extract<QuestionOf<F>, { readonly characteristic: "age" }>>>

/** Ages offered to choose from that are not the form's own. */
type StrayAge<F extends FormDraft> = Exclude<OfferedAge<F>, `${F["ages"][number]}`>

/** Ages of the form that a child cannot choose; the 4-5 form asks for no age. */
type MissingAge<F extends FormDraft> = F["id"] extends "4-5" ? never : Exclude<`${F["ages"][number]}`, OfferedAge<F>>

/** Options that have no true answer for a child of the form's ages (F43). */
type StrayOption<F extends FormDraft> = F["id"] extends keyof typeof notOffered
  ? Extract<KeyOf<OptionOf<QuestionOf<F>>>, (typeof notOffered)[F["id"]][number]>
  : never

type DerivedAsItShould<F extends FormDraft> = F["id"] extends keyof typeof derivedFrom
  ? F extends { readonly derivedFrom: (typeof derivedFrom)[F["id"]] }
    ? true
    : false
  : true

type Fixed<F extends FormDraft> = number extends F["pages"]["length"] | F["pages"][number]["questions"]["length"]
  ? false
  : true

type Fault<F extends FormDraft> = F["id"] extends FormId
  ? F["ages"] extends (typeof agesOf)[F["id"]]
    ? Fixed<F> extends true
      ? DerivedAsItShould<F> extends true
        ? [Exclude<Sought<F>, SubjectOf<QuestionOf<F>>>] extends [never]
          ? [Exclude<SubjectOf<QuestionOf<F>>, Sought<F>>] extends [never]
            ? [StrayAge<F>] extends [never]
              ? [MissingAge<F>] extends [never]
                ? [StrayOption<F>] extends [never]
                  ? never
                  : `form ${F["id"]} must not offer "${StrayOption<F>}"`
                : `form ${F["id"]} must also offer the age "${MissingAge<F>}"`
              : `form ${F["id"]} must not offer the age "${StrayAge<F>}"`
            : `form ${F["id"]} must not ask "${Exclude<SubjectOf<QuestionOf<F>>, Sought<F>>}"`
          : `form ${F["id"]} must also ask "${Exclude<Sought<F>, SubjectOf<QuestionOf<F>>>}"`
        : `derive form ${F["id"]} from its standard form with easyRead`
      : `write the pages and questions of form ${F["id"]} as fixed lists`
    : `give form ${F["id"]} exactly the ages of its band`
  : `"${F["id"]}" is not one of the six forms`

export type FormsMatchTheDpia<F extends FormDraft> = [Fault<F>] extends [never]
  ? unknown
  : Breach<"forms-match-the-dpia", Fault<F>>

const sought = (form: FormDraft): readonly string[] =>
  form.id === "4-5" ? earlyYearsSubjects : [...topics, ...characteristics]

const offeredBy = (form: FormDraft, characteristic?: Characteristic): readonly string[] =>
  form.pages
    .flatMap((page) => page.questions)
    .filter((question) => characteristic === undefined || question.characteristic === characteristic)
    .flatMap((question) => ("options" in question ? question.options : []))
    .map((option) => option.key)

const ageFaults = (form: FormDraft): readonly string[] => {
  const offered = offeredBy(form, "age")
  const own = form.ages.map((age) => `${age}`)
  const missing = form.id === "4-5" ? [] : own.filter((age) => !offered.includes(age))
  return [
    ...offered.filter((age) => !own.includes(age)).map((age) => `form ${form.id} must not offer the age ${age}`),
    ...missing.map((age) => `form ${form.id} must also offer the age ${age}`),
  ]
}

const leftOut: Partial<Record<string, readonly string[]>> = notOffered

const strayOptions = (form: FormDraft): readonly string[] =>
  offeredBy(form)
    .filter((option) => leftOut[form.id]?.includes(option))
    .map((option) => `form ${form.id} must not offer ${option} (F43)`)

/** Where the forms differ from the DPIA's lists, and why. */
const differences = (): string => {
  const younger = [...new Set(Object.values(notOffered).flat())].join(", ")
  const forms = Object.keys(notOffered).join(" and ")
  const [from, to] = [agesOf["easy-read-9-12"].at(0), agesOf["easy-read-9-12"].at(-1)]
  return `the DPIA counts five and names six (F01); forms ${forms} leave out ${younger} (F43); easy-read-9-12 offers ages ${from} to ${to} (F44)`
}

const faults = (form: FormDraft): readonly string[] => {
  const ages: Partial<Record<string, readonly number[]>> = agesOf
  const asked = form.pages
    .flatMap((page) => page.questions)
    .map(({ topic, characteristic, subject }) => topic ?? characteristic ?? subject ?? "nothing")
  return [
    ...(form.ages.join() === ages[form.id]?.join() ? [] : [`form ${form.id} is not for the ages of its band`]),
    ...sought(form)
      .filter((each) => !asked.includes(each as never))
      .map((each) => `form ${form.id} does not ask ${each}`),
    ...ageFaults(form),
    ...strayOptions(form),
    ...asked.filter((each) => !sought(form).includes(each)).map((each) => `form ${form.id} must not ask ${each}`),
  ]
}

export const formsMatchTheDpia = defineRule({
  id: "forms-match-the-dpia",
  statement: "There are six forms, for ages 4 to 17, and each asks what the DPIA says and no more.",
  source: { section: 1, quote: "There will also be easy-read versions of the 6-8 and 9-12 surveys" },
  law: ["UK GDPR Art 5(1)(a)", "Equality Act 2010 s149"],
  enforcedBy: ["types", "schema", "test"],
  enforcedAt: [
    "surveys/authoring/form.ts#defineForm",
    "surveys/authoring/question.ts#question",
    "surveys/authoring/easy-read.ts#easyRead",
    "policy/response/admit.ts#admit",
  ],
  audit: ({ forms, content }) =>
    judge({ forms, content }, ({ forms, content }) => {
      const missing = formIds.filter((id) => !forms.some((form) => form.id === id))
      return upheldUnless(
        [
          ...missing.map((id) => `form ${id} is missing`),
          ...forms.flatMap(faults),
          ...contentBreaches(content, "forms-match-the-dpia"),
        ],
        `${formIds.length} of ${formIds.length} forms, ages 4 to 17; ${differences()}; ${contentText(content)}`,
      )
    }),
  examples: {
    decode: decoderOf(smallForm),
    accepts: { "an age of the form": { age: "17" }, "a question that the form asks": { happy: "no" } },
    refuses: {
      "the age of 18": { age: "18" },
      "the age of 12": { age: "12" },
      "an age as a number": { age: 17 },
      "an age in words": { age: { text: "17" } },
      "a question of another form": { "parent-hopes": { text: "x" } },
    },
  },
})
