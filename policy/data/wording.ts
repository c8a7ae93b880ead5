/** Lists words that no free-text question may use, because they ask who or where a child is, and words that no notice may use. */
export const personalWords = [
  "your name",
  "your full name",
  "your surname",
  "your address",
  "your postcode",
  "your phone",
  "your email",
  "your birthday",
  "date of birth",
  "where you live",
  "where do you live",
  "your school called",
  "name of your school",
  "which school",
  "who are you",
] as const

export type PersonalWords = (typeof personalWords)[number]

/** Consent is not the lawful basis (C104), and the data are not anonymous (F22). */
export const untrueWords = ["consent", "anonymous", "anonymised", "anonymously"] as const

/** The survey asks volunteers of ages 4 to 17, so a notice that claims to ask every child is untrue (F03). */
export const untrueReach = [
  "all children",
  "every child",
  "all young people",
  "every young person",
  "all boys and girls",
] as const

export type UntrueWords = (typeof untrueWords)[number]
