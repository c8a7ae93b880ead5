/** Lists the keys that no question may have, in any category. */
export const identifyingKeys = [
  "name",
  "first-name",
  "last-name",
  "surname",
  "full-name",
  "nickname",
  "date-of-birth",
  "birthday",
  "address",
  "street",
  "email",
  "email-address",
  "phone",
  "phone-number",
  "mobile",
  "ip-address",
  "nhs-number",
  "upn",
  "pupil-number",
  "username",
  "photo",
] as const

export type IdentifyingKey = (typeof identifyingKeys)[number]
