/** Corrects a postcode only when one known postcode explains it, which is live; rival explanations count even where they would not be made. */
import type { Gazetteer, KnownPostcode } from "./gazetteer.ts"
import { isPossible, lookAlikes, withNeighboursSwapped, withOneChanged, withOneMore, withoutOne } from "./slips.ts"
import { isPostcode } from "./syntax.ts"

type Known = Map<string, KnownPostcode>

/** Stops at the second: two explanations are none. */
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

/** One slip of any other kind, which a correction must not be mistaken for. */
const rivals = (gazetteer: Gazetteer, text: string, into: Known): Known => {
  for (const slip of [withNeighboursSwapped, withOneChanged]) gather(gazetteer, slip(text), into)
  return into
}

/** Signs taken for others, where what is written cannot be a postcode as it stands. */
const misread = (gazetteer: Gazetteer, text: string, read: Known): KnownPostcode | undefined => {
  for (const slip of [withoutOne, withOneMore]) gather(gazetteer, slip(text), read)
  return onlyLive(rivals(gazetteer, text, read))
}

/** One sign too few or too many, with signs taken for others. */
const miscounted = (gazetteer: Gazetteer, text: string, read: Known): KnownPostcode | undefined => {
  for (const slip of [withoutOne, withOneMore]) gather(gazetteer, alikeOfEach(slip(text)), read)
  return onlyLive(read) && onlyLive(rivals(gazetteer, text, read))
}

/** The text is compact and upper case, and not itself known. */
export const correct = (gazetteer: Gazetteer, text: string): KnownPostcode | undefined => {
  if (text.length < 4 || text.length > 8) return undefined
  const read = gather(gazetteer, alikeOfEach([text]), new Map())
  return (read.size > 0 && !isPostcode(text) ? misread : miscounted)(gazetteer, text, read)
}

/** Among other words only signs taken for others are put right, and only if all the words hold one reading. */
export const correctAmongWords = (gazetteer: Gazetteer, windows: readonly string[]): KnownPostcode | undefined => {
  const readable = windows.filter((text) => /\d/.test(text) && isPossible(text))
  const known = gather(gazetteer, alikeOfEach(readable), new Map())
  const [written] = readable
  return onlyLive(known) && readable.length === 1 && written !== undefined
    ? misread(gazetteer, written, known)
    : undefined
}
