/** What a recorded entry is made of: words that say something, and a day that exists. */
import { Schema } from "effect"
import { isCivilDate } from "../window.ts"

/** A blank, or a stroke drawn through the box, says nothing. */
export const Said = Schema.String.check(
  Schema.makeFilter((text) => /\p{L}/u.test(text) || "words are needed, and none are there"),
)

export const CivilDate = Schema.String.check(
  Schema.makeFilter((text) => isCivilDate(text) || "a civil date such as 2027-04-19 is needed"),
)

/** The same person, however the name is spaced or capitalised. */
export const isSamePerson = (one: string, other: string): boolean => plainly(one) === plainly(other)

const plainly = (name: string): string => name.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase()
