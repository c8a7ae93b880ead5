/** Lists the variables that DPIA section 2 found proportionate; a variable or an option outside the list does not compile. */
import type { DataCategory } from "./category.ts"
import type { FormId } from "./form-id.ts"
import type { Characteristic } from "./purpose.ts"
import { type Setting, settings } from "./setting.ts"

/** The category of each characteristic. */
export const categoryOf = {
  age: "age",
  gender: "gender",
  support: "support",
  setting: "living-situation",
  school: "education-setting",
  "home-postcode": "home-postcode",
  "local-council": "local-authority",
  ethnicity: "ethnic-group",
} as const satisfies Record<Characteristic, DataCategory>

export const genders = ["girl", "boy", "another"] as const

export const supports = [
  "youth-group",
  "teacher",
  "teaching-assistant",
  "youth-offending-team",
  "counsellor-or-therapist",
  "social-worker",
  "mentor",
  "advocate",
  "other",
] as const

/** No support of the list: without it, a child who has no support and a child who skips the question look alike. */
export const noneOfThese = "none-of-these"

/** Broad groups only, a closed list (C097). */
export const ethnicGroups = ["asian", "black", "mixed", "white", "another-group"] as const

/** The options that a characteristic may offer; the form's band sets the ages. */
export const approvedOptions = {
  gender: genders,
  support: [...supports, noneOfThese],
  setting: settings,
  ethnicity: ethnicGroups,
} as const

export type ApprovedOptions = typeof approvedOptions

/** Criminal responsibility begins at 10: these have no true answer for a child of 6 to 8. */
const fromTenYears = ["young-offender-institution", "secure-training-centre", "youth-offending-team"] as const

/** Options of the DPIA's lists that a form must not offer (F43). */
export const notOffered = { "6-8": fromTenYears, "easy-read-6-8": fromTenYears } as const satisfies Partial<
  Record<FormId, readonly (Setting | (typeof supports)[number])[]>
>

/** The kind of question for each characteristic: ethnicity from its list, a place from its register. */
export const approvedKinds = {
  age: "choice",
  gender: "choice",
  support: "choices",
  setting: "choice",
  school: "school",
  "home-postcode": "postcode",
  "local-council": "council",
  ethnicity: "choice",
} as const satisfies Record<Characteristic, string>

/** Options that hint at health or at an offence by themselves. Sources: F16, F17. */
export const inferable = {
  "youth-offending-team": "criminal-offence",
  "counsellor-or-therapist": "health",
  "secure-childrens-home": "criminal-offence",
  "young-offender-institution": "criminal-offence",
  "secure-training-centre": "criminal-offence",
  "inpatient-mental-health": "health",
} as const
