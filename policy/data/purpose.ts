/** Why an answer may be asked for; nothing may be asked for another reason. */

/** The Childhood Commission only; use for the business plan waits for a decision (F12). Source: DPIA section 4. */
export type Purpose = "childhood-commission"

/** The four subjects of DPIA section 1. */
export const topics = ["life-now", "hopes", "barriers", "world-and-future"] as const
export type Topic = (typeof topics)[number]

/** The demographic characteristics of DPIA section 2; nothing else may be asked about a child. */
export const characteristics = [
  "age",
  "gender",
  "support",
  "setting",
  "school",
  "home-postcode",
  "local-council",
  "ethnicity",
] as const

export type Characteristic = (typeof characteristics)[number]

/** What the 4-5 form asks: the parent's view of the child's future, and what the child likes. Source: DPIA section 2. */
export const earlyYearsSubjects = ["parent-hopes", "likes-at-home", "likes-at-school", "wants-more-of"] as const
export type EarlyYearsSubject = (typeof earlyYearsSubjects)[number]
