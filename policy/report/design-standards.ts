/** Lists the 15 standards of the Children's Code with the rules that meet each, or the reason why one does not apply. */
import type { RuleId } from "../rule-id.ts"

export interface DesignStandard {
  readonly standard: string
  readonly how: string
  /** Empty where the standard does not apply. */
  readonly rules: readonly RuleId[]
}

/** In the order of the Code. Whether the Code covers a free survey of a public body is a question for the DPO (F30, DUAA s81). */
export const designStandards: readonly DesignStandard[] = [
  {
    standard: "Best interests of the child",
    how: "The survey exists so that children are heard; it asks nothing that its purpose does not need.",
    rules: ["purpose-and-lawful-basis", "approved-variables-only"],
  },
  {
    standard: "Data protection impact assessments",
    how: "The DPIA is held as rules, each with a test and a verdict, and is signed before live opens.",
    rules: ["dpia-signed-off"],
  },
  {
    standard: "Age appropriate application",
    how: "There is a form for each age group, in words that children of that age read.",
    rules: ["forms-match-the-dpia"],
  },
  {
    standard: "Transparency",
    how: "A notice for the age of the child comes before the first question.",
    rules: ["privacy-information-first"],
  },
  {
    standard: "Detrimental use of data",
    how: "Answers are used for the stated purpose alone, and never for a decision about a child.",
    rules: ["purpose-and-lawful-basis", "raw-data-never-shared"],
  },
  {
    standard: "Policies and community standards",
    how: "What the DPIA and the notice promise is what the software enforces; this report shows where it does not.",
    rules: ["dpia-signed-off", "assets-registered"],
  },
  {
    standard: "Default settings",
    how: "There is nothing to set: the most private way is the only one.",
    rules: ["first-party-only", "responses-are-anonymous-and-final"],
  },
  {
    standard: "Data minimisation",
    how: "Only the approved questions are asked, and each can be left.",
    rules: ["approved-variables-only", "no-direct-identifiers", "opt-out-on-every-question"],
  },
  {
    standard: "Data sharing",
    how: "Only checked tables leave the Evidence Team; the processor's extracts are deleted at the close.",
    rules: ["aggregates-only-beyond-the-team", "raw-data-never-shared", "processor-extracts-deleted-at-close"],
  },
  {
    standard: "Geolocation",
    how: "No device is located. A home postcode gives an area, and is destroyed in the same request.",
    rules: ["postcode-only-for-geography", "postcode-destroyed-after-matching"],
  },
  {
    standard: "Parental controls",
    how: "Does not apply: nothing is monitored, and no account exists that a parent could control.",
    rules: [],
  },
  {
    standard: "Profiling",
    how: "No profile is made: answers of one child are linked to nothing else.",
    rules: ["responses-are-anonymous-and-final", "small-cells-suppressed"],
  },
  {
    standard: "Nudge techniques",
    how: "Not wishing to say is as easy to choose as any answer, and nothing is chosen beforehand.",
    rules: ["opt-out-on-every-question"],
  },
  {
    standard: "Connected toys and devices",
    how: "Does not apply: the survey is a page in a browser, and comes with no toy or device.",
    rules: [],
  },
  {
    standard: "Online tools",
    how: "The notice names the rights, and a form takes complaints from anyone.",
    rules: ["privacy-information-first"],
  },
]
