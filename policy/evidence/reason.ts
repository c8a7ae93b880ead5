/** Why something was decided, in a person's own words: never blank, and read alike by the decoder and by every store. */
import { Schema } from "effect"

export const longestReason = 500

/** At least one word; printable, in the letters and signs that an English sentence needs. */
export const Reason = Schema.String.check(
  Schema.isMaxLength(longestReason),
  Schema.isPattern(/[A-Za-z]{3}/, { message: "a reason has words" }),
  Schema.isPattern(/^[ -~£€‘’“”–…]*$/, { message: "a reason is plain writing on one line" }),
)
