/** Parses a postcode as children write it: exactly, corrected, or only to its sector; anything else is unmatched. */
import type { Geography } from "../../policy/data/geography.ts"
import { correct, correctAmongWords } from "./correct-postcode.ts"
import type { Gazetteer, KnownPostcode } from "./gazetteer.ts"
import { inLatin } from "./latin.ts"
import { isPostcode } from "./postcode-syntax.ts"

export type How = "exact" | "corrected" | "partial" | "unmatched"

export interface Reading {
  readonly how: How
  readonly geography: Extract<Geography, object> | "unmatched" | "outside-england"
}

const unmatched: Reading = { how: "unmatched", geography: "unmatched" }

/** A postcode that its publisher lists without a place counts as unknown. */
const reading = (gazetteer: Gazetteer, how: How, postcode: string, { geography }: KnownPostcode): Reading =>
  geography === "unplaced" ? asFarAsItsSector(gazetteer, postcode) : { how, geography }

const corrected = ({ geography }: KnownPostcode): Reading =>
  geography === "unplaced" ? unmatched : { how: "corrected", geography }

/** Longer than any postcode with words around it: not looked at. */
const longest = 120

/** What a postcode's second half begins with: a digit, or a letter that looks like one. */
const beginsInward = (word: string | undefined): boolean => word !== undefined && /^[0-9OILS]/.test(word)

/** Each word, and each with the next one where a postcode may be split there, which `a591 at` is not. */
const windowsOf = (words: readonly string[]): readonly string[] => [
  ...new Set(words.flatMap((word, at) => (beginsInward(words[at + 1]) ? [word, `${word}${words[at + 1]}`] : [word]))),
]

const asFarAsItsSector = (gazetteer: Gazetteer, postcode: string): Reading => {
  const geography = gazetteer.sector(postcode)
  return geography === undefined ? unmatched : { how: "partial", geography }
}

export const readWritten = (gazetteer: Gazetteer, written: string): Reading => {
  if (written.length > longest) return unmatched
  const latin = inLatin(written)
  if (latin === undefined) return unmatched
  const words = latin.split(/[^A-Z0-9]+/).filter(Boolean)
  const compact = words.join("")
  const known = gazetteer.find(compact)
  if (known) return reading(gazetteer, "exact", compact, known)
  const windows = windowsOf(words)
  const stated = isPostcode(compact) ? [compact] : windows.filter(isPostcode)
  const [only] = stated
  if (only === undefined) {
    const meant = correct(gazetteer, compact) ?? (words.length > 2 ? correctAmongWords(gazetteer, windows) : undefined)
    return meant ? corrected(meant) : unmatched
  }
  if (stated.length > 1) return unmatched
  const asItStands = gazetteer.find(only)
  if (asItStands) return reading(gazetteer, "exact", only, asItStands)
  const meant = correct(gazetteer, only)
  return meant ? corrected(meant) : asFarAsItsSector(gazetteer, only)
}
