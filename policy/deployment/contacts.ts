/** Describes how to reach the controller and its Data Protection Officer, as the privacy page states it (UK GDPR Art 13). */
import { Schema } from "effect"
import { Text } from "../dpia/entry.ts"

export const contactHolders = ["controller", "dpo"] as const
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

/** A holder without recorded details is absent; live opens only with both. */
export const Contacts = Schema.Struct({ controller: Schema.optionalKey(Contact), dpo: Schema.optionalKey(Contact) })
export type Contacts = typeof Contacts.Type
