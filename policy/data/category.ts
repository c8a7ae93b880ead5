/** Every kind of data that a question may hold; direct identifiers have a list of their own so that a breach can name them. */

/** What DPIA section 2 lets the survey hold. */
export const dataCategories = [
  "opinion",
  "free-text",
  "age",
  "gender",
  "support",
  "living-situation",
  "education-setting",
  "home-postcode",
  "local-authority",
  "ethnic-group",
] as const

export type DataCategory = (typeof dataCategories)[number]

/** What an option's mere choice lets one infer about a child. Sources: F16 (health), F17 (criminal offence). */
export const inferences = ["health", "criminal-offence", "ethnic-origin"] as const
export type Inference = (typeof inferences)[number]

/** What is never collected. Source: DPIA sections 1, 2, 4 and 5 (C009, C045, C113, C123). */
export const directIdentifiers = [
  "name",
  "date-of-birth",
  "address",
  "phone-number",
  "email-address",
  "ip-address",
  "contact-details",
  "nhs-number",
  "unique-pupil-number",
] as const

export type DirectIdentifier = (typeof directIdentifiers)[number]
