/** Checks the reason for a decision, in a person's own words: never blank, and the same for the decoder and every store. */
import { Schema } from "effect"

export const longestReason = 500

/** At least one word; printable, in the letters and signs that an English sentence needs. */
export const Reason = Schema.String.check(
  Schema.isMaxLength(longestReason),
  Schema.isPattern(/[A-Za-z]{3}/, { message: "give a reason in words" }),
  Schema.isPattern(/^[ -~£€‘’“”–…]*$/, { message: "give a reason in plain characters on one line" }),
)
