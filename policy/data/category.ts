/** Lists every category of data that a question may collect, and the direct identifiers that none may. */

/** The categories that DPIA section 2 allows. */
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

/** What choosing an option can reveal about a child. Sources: F16 (health), F17 (criminal offence). */
export const inferences = ["health", "criminal-offence", "ethnic-origin"] as const
export type Inference = (typeof inferences)[number]

/** Never collected. Source: DPIA sections 1, 2, 4 and 5 (C009, C045, C113, C123). */
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
