/** Lists the purposes for which a question may be asked; there are no others. */

/** Only the Childhood Commission: use for the business plan waits for a decision (F12). Source: DPIA section 4. */
export const purposes = ["childhood-commission"] as const
export type Purpose = (typeof purposes)[number]

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
