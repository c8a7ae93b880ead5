/** Reads a postcode as children write it: as it stands, corrected, or as far as its sector; anything else stays unmatched. */
import type { Geography } from "../../policy/data/geography.ts"
import { correct, correctAmongWords } from "./correct.ts"
import type { Gazetteer, KnownPostcode } from "./gazetteer.ts"
import { isPostcode } from "./syntax.ts"

export type How = "exact" | "corrected" | "partial" | "unmatched"

export interface Reading {
  readonly how: How
  readonly geography: Extract<Geography, object> | "unmatched" | "outside-england"
}

const unmatched: Reading = { how: "unmatched", geography: "unmatched" }

/** One that its publisher places nowhere is as one that nobody knows. */
const reading = (gazetteer: Gazetteer, how: How, postcode: string, { geography }: KnownPostcode): Reading =>
  geography === "unplaced" ? asFarAsItsSector(gazetteer, postcode) : { how, geography }

const corrected = ({ geography }: KnownPostcode): Reading =>
  geography === "unplaced" ? unmatched : { how: "corrected", geography }

/** Longer than any postcode with words around it: not looked at. */
const longest = 120

/** Each word, and each with the one after it. */
const windowsOf = (words: readonly string[]): readonly string[] => [
  ...new Set(words.flatMap((word, at) => (at + 1 < words.length ? [word, `${word}${words[at + 1]}`] : [word]))),
]

const asFarAsItsSector = (gazetteer: Gazetteer, postcode: string): Reading => {
  const geography = gazetteer.sector(postcode)
  return geography === undefined ? unmatched : { how: "partial", geography }
}

export const readWritten = (gazetteer: Gazetteer, written: string): Reading => {
  if (written.length > longest) return unmatched
  const words = written
    .normalize("NFKC")
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean)
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
