/** Counts the edits (a sign missing, added, changed, or two neighbours swapped) between two words, fast enough for thousands. */

const longestWord = 63

/** Three rows of the table, reused from one word to the next. */
const buffers = [
  new Uint8Array(longestWord + 1),
  new Uint8Array(longestWord + 1),
  new Uint8Array(longestWord + 1),
] as const

/** The signs of a word as bits: a bit that is not set shows that the sign is not in the word. */
export const signsOf = (word: string): number => {
  let signs = 0
  for (let at = 0; at < word.length; at++) signs |= 1 << (word.charCodeAt(at) % 31)
  return signs
}

const bitsIn = (mask: number): number => {
  let bits = 0
  for (let left = mask; left !== 0; left &= left - 1) bits++
  return bits
}

/** `false` is certain and `true` is not: each edit can add one sign that the word lacks. */
export const mayBeWithin = (sought: number, word: number, most: number): boolean => bitsIn(sought & ~word) <= most

/** The edits from `sought` to each beginning of `word`, up to `width` signs; `undefined` if all need more than `most`. */
const editsToBeginnings = (sought: string, word: string, width: number, most: number): Uint8Array | undefined => {
  let [before, last, current]: readonly Uint8Array[] = buffers
  if (!before || !last || !current || width + most < sought.length) return undefined
  for (let at = 0; at <= width; at++) last[at] = at
  for (let row = 1; row <= sought.length; row++) {
    current[0] = row
    let least = row
    for (let at = 1; at <= width; at++) {
      const sign = sought.charCodeAt(row - 1)
      let edits = (last[at - 1] ?? 0) + Number(sign !== word.charCodeAt(at - 1))
      edits = Math.min(edits, (last[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1)
      if (
        row > 1 &&
        at > 1 &&
        sign === word.charCodeAt(at - 2) &&
        sought.charCodeAt(row - 2) === word.charCodeAt(at - 1)
      )
        edits = Math.min(edits, (before[at - 2] ?? 0) + 1)
      current[at] = edits
      if (edits < least) least = edits
    }
    if (least > most) return undefined
    ;[before, last, current] = [last, current, before]
  }
  return last
}

/** From `sought` to the nearest beginning of `word`; any larger number is `most + 1`. */
export const editsToBeginning = (sought: string, word: string, most: number): number => {
  const width = Math.min(word.length, sought.length + most, longestWord)
  const edits = editsToBeginnings(sought, word, width, most)
  let fewest = most + 1
  if (edits) for (let at = 0; at <= width; at++) fewest = Math.min(fewest, edits[at] ?? fewest)
  return fewest
}

/** From `sought` to the whole of `word`; any larger number is `most + 1`. */
export const editsToWord = (sought: string, word: string, most: number): number => {
  if (word.length > Math.min(sought.length + most, longestWord)) return most + 1
  const edits = editsToBeginnings(sought, word, word.length, most)?.[word.length] ?? most + 1
  return Math.min(edits, most + 1)
}
