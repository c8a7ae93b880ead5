/** Lists the risks: three from DPIA section 5, and eight that it lacks (F25), each with the rules that reduce it. */
import type { Rated, Risk, RiskId, RiskLevel } from "./risk.ts"

const asWritten = { from: { section: 5 }, rated: { before: "low", after: "low", acceptable: true } } as const
const proposed = { from: { finding: "F25" } } as const

export const risks: Readonly<Record<RiskId, Risk>> = {
  "re-identification": {
    ...asWritten,
    words: "Re-identification or direct identification of an individual in the data.",
    rules: ["no-direct-identifiers", "responses-are-anonymous-and-final", "evidence-team-only"],
  },
  "identifiable-in-publication": {
    ...asWritten,
    words: "Children identifiable in publication",
    rules: ["aggregates-only-beyond-the-team", "small-cells-suppressed", "outputs-checked"],
  },
  transfer: {
    ...asWritten,
    words: "Risk in transferring data securely – information lost or breached",
    rules: ["web-server-emptied-at-close", "raw-data-never-shared"],
  },
  "free-text": {
    ...proposed,
    words: "A child gives their identity, or describes harm, in their own words",
    rules: ["free-text-asks-no-personal-data", "free-text-cleaned-before-analysis"],
  },
  "secure-units": {
    ...proposed,
    words: "The place or the school identifies a secure unit, and so the child in it",
    rules: ["no-postcode-in-secure-settings", "no-school-in-secure-settings"],
  },
  extracts: {
    ...proposed,
    words: "The processor loses or keeps an extract, or uses it for another purpose",
    rules: ["processor-extracts-deleted-at-close", "raw-data-never-shared"],
  },
  "misuse-by-staff": {
    ...proposed,
    words: "Someone with access looks for a child they know",
    rules: ["evidence-team-only", "purpose-and-lawful-basis"],
  },
  "adult-answers-for-a-child": {
    ...proposed,
    words: "An adult answers for a child, or watches while the child answers",
    rules: ["quality-checked-before-analysis", "opt-out-on-every-question"],
  },
  "repeated-or-automatic-answers": {
    ...proposed,
    words: "One person, or a program, answers many times",
    rules: ["quality-checked-before-analysis", "responses-are-anonymous-and-final"],
  },
  "failed-destruction": {
    ...proposed,
    words: "Data that should have been destroyed still exist",
    rules: ["postcode-destroyed-after-matching", "web-server-emptied-at-close", "retention-reviewed-after-two-years"],
  },
  "notice-not-understood": {
    ...proposed,
    words: "A child does not understand what happens to the answers",
    rules: ["privacy-information-first"],
  },
}

/** The level in force: the one that a person has set, or else the document's own. */
export const ratingOf = (risk: RiskId, set: readonly RiskLevel[]): Rated | undefined =>
  set.find((each) => each.risk === risk) ?? risks[risk].rated
