/** Corrects a postcode only when one known postcode explains it, which is live; rival explanations count even where they would not be made. */
import type { Gazetteer, KnownPostcode } from "./gazetteer.ts"
import { lookAlikes, withNeighboursSwapped, withOneChanged, withOneMore, withoutOne } from "./slips.ts"
import { isPostcode } from "./syntax.ts"

type Known = Map<string, KnownPostcode>

const isPossible = (text: string): boolean => text.length >= 5 && text.length <= 7

const gather = (gazetteer: Gazetteer, texts: Iterable<string>, into: Known): Known => {
  for (const text of texts) {
    const known = isPossible(text) ? gazetteer.find(text) : undefined
    if (known) into.set(text, known)
  }
  return into
}

function* alikeOfEach(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield* lookAlikes(text)
}

const onlyLive = (known: Known): KnownPostcode | undefined => {
  const [only] = known.values()
  return known.size === 1 && only?.live ? only : undefined
}

/** Signs taken for others: what is written cannot be a postcode as it stands, and one reading of it is. */
const misread = (gazetteer: Gazetteer, text: string): Known => gather(gazetteer, lookAlikes(text), new Map())

/** One sign too few or too many, with signs taken for others. */
const miscounted = (gazetteer: Gazetteer, text: string): Known =>
  gather(gazetteer, alikeOfEach(withOneMore(text)), gather(gazetteer, alikeOfEach(withoutOne(text)), new Map()))

/** What a correction must not be mistaken for: one slip of any other kind. */
const rivals = (gazetteer: Gazetteer, text: string, into: Known): Known =>
  gather(gazetteer, withOneChanged(text), gather(gazetteer, withNeighboursSwapped(text), into))

/** The text is compact and upper case, and not itself known. */
export const correct = (gazetteer: Gazetteer, text: string): KnownPostcode | undefined => {
  if (text.length < 4 || text.length > 8) return undefined
  const read = misread(gazetteer, text)
  if (read.size > 0 && !isPostcode(text)) {
    const others = new Map(read)
    for (const slip of [withoutOne, withOneMore, withNeighboursSwapped]) gather(gazetteer, slip(text), others)
    return onlyLive(others)
  }
  const made = new Map([...read, ...miscounted(gazetteer, text)])
  return onlyLive(made) && onlyLive(rivals(gazetteer, text, made))
}

/** Among other words only signs taken for others are put right, and only if all the words hold one reading. */
export const correctAmongWords = (gazetteer: Gazetteer, windows: readonly string[]): KnownPostcode | undefined => {
  const known: Known = new Map()
  for (const text of windows) if (/\d/.test(text) && isPossible(text)) gather(gazetteer, lookAlikes(text), known)
  return onlyLive(known)
}
