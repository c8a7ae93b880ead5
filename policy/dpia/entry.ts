/** Checks what people write in a sign-off, a decision or a waiver: text that has words, and an end. */
import { Schema } from "effect"

const longestText = 4000

/** A blank, or a stroke drawn through the box, is no entry. */
export const Text = Schema.String.check(
  Schema.isMaxLength(longestText),
  Schema.makeFilter((text) => !/[^\P{Cc}\n]/u.test(text) || "leave out control characters"),
  Schema.makeFilter((text) => /\p{L}/u.test(text) || "write words here: this entry is blank"),
)
