/** Says whether a document is the DPIA that was built from, and which of its promises it no longer makes. */
import { createHash } from "node:crypto"
import type { Commitment } from "./commitment.ts"
import { commitments } from "./commitments.ts"
import { headings, type Section } from "./section.ts"

/** The document has no number and no date of its own (F40): the SHA-256 of its text is its version. */
export const dpiaVersion = "e11d76fc01cd67c171f8a78f952786cadb56935421991d6967b3ec7da8bd004a"

export interface Verification {
  readonly version: string
  readonly sameVersion: boolean
  readonly missing: ReadonlyArray<Commitment>
}

export const verifyQuotes = (text: string): Verification => {
  const version = createHash("sha256").update(text).digest("hex")
  const stands = standsIn(text)
  return {
    version,
    sameVersion: version === dpiaVersion,
    missing: commitments.filter(({ section, quote }) => !stands(section, quote)),
  }
}

/** Whether words stand verbatim in a section of this document. */
export const standsIn = (text: string): ((section: Section, quote: string) => boolean) => {
  const document = words(text)
  return (section, quote) => within(section, document).includes(words(quote))
}

/** Underlining is no word: the document marks it with `<u>`, once in the middle of a promise (C071). */
const words = (text: string): string =>
  text
    .replace(/<\/?u>/g, "")
    .replace(/\s+/g, " ")
    .trim()

/** Six promises are made in two sections: each must stand in its own. Where a heading is gone, the search is wider. */
const within = (section: Section, document: string): string => {
  const [own, next] = headings.slice(section - 1, section + 1)
  const start = own === undefined ? 0 : Math.max(0, document.lastIndexOf(own))
  const end = next === undefined ? -1 : document.indexOf(next, start)
  return end === -1 ? document.slice(start) : document.slice(start, end)
}
