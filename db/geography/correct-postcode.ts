/** Corrects a postcode only if exactly one known postcode explains it and is live; an explanation of any kind counts as a rival. */
import type { Gazetteer, KnownPostcode } from "./gazetteer.ts"
import { isPostcode } from "./postcode-syntax.ts"
import { isPossible, lookAlikes, withNeighboursSwapped, withOneChanged, withOneMore, withoutOne } from "./typos.ts"

type Known = Map<string, KnownPostcode>

/** Stops at the second: with two explanations nothing is corrected. */
const gather = (gazetteer: Gazetteer, texts: Iterable<string>, into: Known): Known => {
  for (const text of texts) {
    if (into.size > 1) return into
    const known = isPossible(text) ? gazetteer.find(text) : undefined
    if (known) into.set(text, known)
  }
  return into
}

function* alikeOfEach(texts: Iterable<string>): Generator<string> {
  for (const text of texts) if (isPossible(text)) yield* lookAlikes(text)
}

const onlyLive = (known: Known): KnownPostcode | undefined => {
  const [only] = known.values()
  return known.size === 1 && only?.live ? only : undefined
}

/** Adds the explanations by one typo of another kind, so that they can rule a correction out. */
const rivals = (gazetteer: Gazetteer, text: string, into: Known): Known => {
  for (const typo of [withNeighboursSwapped, withOneChanged]) gather(gazetteer, typo(text), into)
  return into
}

/** Look-alike signs in a text that is not a valid postcode itself. */
const misread = (gazetteer: Gazetteer, text: string, read: Known): KnownPostcode | undefined => {
  for (const typo of [withoutOne, withOneMore]) gather(gazetteer, typo(text), read)
  return onlyLive(rivals(gazetteer, text, read))
}

/** A missing or an additional sign, with look-alikes. */
const miscounted = (gazetteer: Gazetteer, text: string, read: Known): KnownPostcode | undefined => {
  for (const typo of [withoutOne, withOneMore]) gather(gazetteer, alikeOfEach(typo(text)), read)
  return onlyLive(read) && onlyLive(rivals(gazetteer, text, read))
}

/**
 * A name, a town or a number is never a misspelt postcode, though one slip away from some: only a text with a letter
 * and a digit is corrected.
 */
const hasLetterAndDigit = (text: string): boolean => /[A-Z]/.test(text) && /[0-9]/.test(text)

/** A day and a month, in either order: `7SEP`, `SEP2715`. Read as look-alikes, some are one slip from a postcode. */
const isDate = (text: string): boolean =>
  /^\d{0,4}(?:ST|ND|RD|TH)?(?:JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)\d{0,4}$/.test(text)

const mayBeMisspelt = (text: string): boolean => hasLetterAndDigit(text) && !isDate(text)

/** `text` is compact and upper case, and not a known postcode. */
export const correct = (gazetteer: Gazetteer, text: string): KnownPostcode | undefined => {
  if (text.length < 4 || text.length > 8 || !mayBeMisspelt(text)) return undefined
  const read = gather(gazetteer, alikeOfEach([text]), new Map())
  return (read.size > 0 && !isPostcode(text) ? misread : miscounted)(gazetteer, text, read)
}

/** Among other words only look-alike signs are corrected, and only if the words hold exactly one reading. */
export const correctAmongWords = (gazetteer: Gazetteer, windows: readonly string[]): KnownPostcode | undefined => {
  const readable = windows.filter((text) => mayBeMisspelt(text) && isPossible(text))
  const known = gather(gazetteer, alikeOfEach(readable), new Map())
  const [written] = readable
  return onlyLive(known) && readable.length === 1 && written !== undefined
    ? misread(gazetteer, written, known)
    : undefined
}
