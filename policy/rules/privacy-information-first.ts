/** Every form begins with its privacy information in words of the band: what, why, who sees it, how long, voluntary. */
import type { Breach } from "../breach.ts"
import { type FormDraft, noticeParts, type PrivacyInformation } from "../data/form.ts"
import { untrueReach, untrueWords } from "../data/wording.ts"
import { defineRule } from "../rule.ts"
import { judge, upheldUnless } from "../verdict.ts"

type NoticePart = (typeof noticeParts)[number]

/** The parts that are missing or empty. */
type Unsaid<N> = {
  [P in NoticePart]: N extends { readonly [K in P]: readonly [unknown, ...unknown[]] } ? never : P
}[NoticePart]

type NoticeOf<F, Who extends string> = F extends { readonly privacy: { readonly [K in Who]: infer N } } ? N : undefined

type MissingFrom<F extends FormDraft> =
  | Unsaid<NoticeOf<F, "child">>
  | (F["id"] extends "4-5" ? Unsaid<NoticeOf<F, "parent">> : never)

export type PrivacyInformationFirst<F extends FormDraft> = [MissingFrom<F>] extends [never]
  ? unknown
  : Breach<
      "privacy-information-first",
      `say "${MissingFrom<F>}" in the privacy information; the 4-5 form also needs the parent's`
    >

const everyWord = (notice: Partial<PrivacyInformation>): string =>
  noticeParts
    .flatMap((part) => notice[part] ?? [])
    .map((fact) => fact.words)
    .join(" ")
    .toLowerCase()

const faults = (form: FormDraft): readonly string[] => {
  const notices = form.id === "4-5" ? [form.privacy?.child, form.privacy?.parent] : [form.privacy?.child]
  return notices.flatMap((notice) => {
    if (notice === undefined) return [`form ${form.id} lacks privacy information`]
    const unsaid = noticeParts.filter((part) => !notice[part]?.length)
    const untrue = [...untrueWords, ...untrueReach].filter((word) => everyWord(notice).includes(word))
    return [
      ...unsaid.map((part) => `form ${form.id} does not say ${part}`),
      ...untrue.map((word) => `form ${form.id} says “${word}”`),
    ]
  })
}

export const privacyInformationFirst = defineRule({
  id: "privacy-information-first",
  statement: "Every form begins with its privacy information, in words of its age band, by every way in.",
  source: { section: 2, quote: "will set out in clear, age-appropriate language how the data will be used" },
  law: ["UK GDPR Art 12(1)", "UK GDPR Art 13", "Data (Use and Access) Act 2025 s77"],
  enforcedBy: ["types", "runtime", "test"],
  enforcedAt: ["surveys/authoring/form.ts#defineForm", "src/server/survey-step.ts#surveyStep"],
  audit: ({ forms }) =>
    judge({ forms }, ({ forms }) => {
      const versions = forms.map((form) => `${form.id}: ${form.privacy?.child?.version}`).join(", ")
      return upheldUnless(
        forms.flatMap(faults),
        `${forms.length} of ${forms.length} forms begin with their notice (${versions}): five lines of it first, all of it one tap below on the same page, before any question`,
      )
    }),
})
