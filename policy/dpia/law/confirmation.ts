/** Records that a person qualified in law has confirmed an entry of the law register, for its text, until a day. */
import { Schema } from "effect"
import { PersonId } from "../../capability/member.ts"
import { CivilDate } from "../../civil-day.ts"
import { roles } from "../../data/role.ts"
import { Digest } from "../../record/digest.ts"
import { Text } from "../entry.ts"
import type { LawEntry } from "./entries.ts"

export const LawConfirmation = Schema.Struct({
  entry: Schema.String.check(Schema.isPattern(/^[a-z0-9-]{1,40}$/)),
  text: Digest,
  /** Where the advice is kept, such as its number. */
  reference: Text,
  until: CivilDate,
  by: PersonId,
  role: Schema.Literals(roles),
  on: CivilDate,
}).check(Schema.makeFilter(({ on, until }) => until > on || "end the confirmation after the day on which it is given"))
export type LawConfirmation = typeof LawConfirmation.Type

export const confirmationStates = ["awaited", "lapsed", "confirmed"] as const
export type ConfirmationState = (typeof confirmationStates)[number]

/** One of another text, or dated after today, does not count; one past its last day has lapsed. */
export const confirmationState = (
  { text }: LawEntry,
  given: LawConfirmation | undefined,
  today: string,
): ConfirmationState => {
  if (given === undefined || given.text !== text || given.on > today) return "awaited"
  return given.until < today ? "lapsed" : "confirmed"
}
