/** The variable set that DPIA section 2 determined to be proportionate; a variable or option outside it does not compile. */
import type { DataCategory } from "./category.ts"
import type { Characteristic } from "./purpose.ts"
import { settings } from "./setting.ts"

/** What each characteristic holds. */
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

/** Broad groups only, a closed list (C097). */
export const ethnicGroups = ["asian", "black", "mixed", "white", "another-group"] as const

/** The options a characteristic may offer; ages are ruled by the form's band. */
export const approvedOptions = {
  gender: genders,
  support: supports,
  setting: settings,
  ethnicity: ethnicGroups,
} as const

export type ApprovedOptions = typeof approvedOptions

/** How a characteristic may be asked: ethnicity only from its list, a place only from its register. */
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

/** Options that alone hint at health or at an offence. Sources: F16, F17. */
export const inferable = {
  "youth-offending-team": "criminal-offence",
  "counsellor-or-therapist": "health",
  "secure-childrens-home": "criminal-offence",
  "young-offender-institution": "criminal-offence",
  "secure-training-centre": "criminal-offence",
  "inpatient-mental-health": "health",
} as const
