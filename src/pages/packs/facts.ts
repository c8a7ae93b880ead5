/** Gathers every period, date, number and telephone number that a pack states, each from the place that decides it. */
import { optOutWords } from "../../../policy/data/answer.ts"
import type { Form } from "../../../policy/data/form.ts"
import { emergency, everyHelpLine, type HelpLine } from "../../../policy/data/help-lines.ts"
import { type Contacts, contactName } from "../../../policy/deployment/contacts.ts"
import { inWords, numberInWords } from "../../../policy/in-words.ts"
import { parameters } from "../../../policy/parameters.ts"
import type { Window } from "../../../policy/window.ts"
import { type Duration, durationOf } from "../../../surveys/duration.ts"
import { quiet } from "../../browser/idle.ts"
import { settling } from "../../server/hurried-step.ts"
import { formName } from "../band-notices.tsx"

export interface FormFacts {
  readonly form: Form
  readonly name: string
  readonly address: string
  readonly duration: Duration
}

export interface Deployed {
  /** Where the site is reached. */
  readonly origin: string
  readonly forms: readonly Form[]
  readonly window: Window | "always"
  readonly contacts: Contacts
}

export interface PackFacts extends Omit<Deployed, "forms" | "window"> {
  readonly forms: readonly FormFacts[]
  readonly controller: string
  readonly regulator: string
  readonly dates: string
  readonly kept: string
  readonly reviewed: string
  readonly acknowledged: string
  readonly readers: string
  readonly smallestCount: string
  readonly optOut: string
  readonly ages: string
  readonly easyAges: string
  readonly idle: string
  readonly settles: string
  readonly helpLines: readonly HelpLine[]
  readonly danger: string
}

/** Such as "19 April 2027". */
const longDate = (day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  })

const datesOf = (window: Window | "always"): string =>
  window === "always"
    ? "The dates are not set yet: this is a rehearsal, and it is always open."
    : `The survey is open from ${longDate(window.opens)} to ${longDate(window.closes)}. Both days are included.`

const span = (forms: readonly Form[]): string => {
  const ages = forms.flatMap((form) => form.ages)
  return `${Math.min(...ages)} to ${Math.max(...ages)}`
}

const smallestCount = (): string => {
  const { threshold, suppressZeros } = parameters
  return `No count below ${threshold.value}${suppressZeros.value ? "" : ", other than zero,"} is shown in them.`
}

export const packFacts = ({ forms, window, ...deployed }: Deployed): PackFacts => ({
  ...deployed,
  forms: forms.map((form) => ({
    form,
    name: formName(form),
    address: `${deployed.origin}/survey/${form.id}`,
    duration: durationOf(form),
  })),
  controller: contactName("controller", deployed.contacts),
  regulator: contactName("regulator", deployed.contacts),
  dates: datesOf(window),
  kept: inWords(parameters.retention),
  reviewed: inWords(parameters.reviewPeriod),
  acknowledged: inWords(parameters.complaintAcknowledged),
  readers: `about ${inWords(parameters.evidenceTeam)}`,
  smallestCount: smallestCount(),
  optOut: optOutWords,
  ages: span(forms),
  easyAges: span(forms.filter(({ derivedFrom }) => derivedFrom !== undefined)),
  idle: `${numberInWords(quiet / 60_000)} minutes`,
  settles: `${settling / 1_000} seconds`,
  helpLines: everyHelpLine,
  danger: emergency.number,
})
