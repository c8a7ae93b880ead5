/** Describes whom people can turn to: controller, Data Protection Officer and regulator (UK GDPR Art 13), and who mends weaknesses. */
import { Schema } from "effect"
import { Text } from "../dpia/entry.ts"

export const contactHolders = ["controller", "dpo", "regulator", "security"] as const
export type ContactHolder = (typeof contactHolders)[number]

/** `name` is an office, such as "Data Protection Officer": no person is named on a public page. */
export const Contact = Schema.Struct({
  name: Text,
  email: Schema.optionalKey(Schema.String.check(Schema.isPattern(/^[^\s@]+@[^\s@]+\.[^\s@]+$/))),
  phone: Schema.optionalKey(Schema.String.check(Schema.isPattern(/^\+?[0-9][0-9 ]{4,20}$/))),
  /** A postal address on one line. */
  post: Schema.optionalKey(Text),
  page: Schema.optionalKey(Schema.String.check(Schema.isPattern(/^https:\/\/\S+$/))),
}).check(
  Schema.makeFilter(
    ({ email, phone, post, page }) =>
      [email, phone, post, page].some((way) => way !== undefined) ||
      "give an email address, a telephone number, a postal address or a page",
  ),
)
export type Contact = typeof Contact.Type

/** A holder without recorded details is absent; live opens only with all of them. */
export const Contacts = Schema.Struct({
  controller: Schema.optionalKey(Contact),
  dpo: Schema.optionalKey(Contact),
  regulator: Schema.optionalKey(Contact),
  security: Schema.optionalKey(Contact),
})
export type Contacts = typeof Contacts.Type

/** Shown in a rehearsal that records nobody, and marked as such. */
const unrecorded: Readonly<Record<ContactHolder, string>> = {
  controller: "Children's Commissioner for England (not recorded)",
  dpo: "Data Protection Officer (not recorded)",
  regulator: "Information Commission (not recorded)",
  security: "Security contact (not recorded)",
}

export const contactName = (holder: ContactHolder, contacts: Contacts): string =>
  contacts[holder]?.name ?? unrecorded[holder]

/** The addresses that security.txt can state, in the order of preference (RFC 9116). */
export const addressesOf = ({ email, page, phone }: Contact): readonly string[] => [
  ...(email === undefined ? [] : [`mailto:${email}`]),
  ...(page === undefined ? [] : [page]),
  ...(phone === undefined ? [] : [`tel:${phone.replaceAll(" ", "")}`]),
]
