/** How many slips of the pen lie between what is sought and the beginning of a word, as quickly as thousands of words need. */

/** Rows of the table, kept from one word to the next. */
const rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)]

/** The signs of a word, as bits: what it lacks cannot be in it. */
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

/** `false` is sure, `true` is not: each slip can bring in one sign that the word lacks. */
export const mayBeWithin = (sought: number, word: number, most: number): boolean => bitsIn(sought & ~word) <= most

/** At most `most` (a sign missing, added, changed, or two swapped); what is more is `most + 1`. */
export const slipsTo = (sought: string, word: string, most: number): number => {
  const width = Math.min(word.length, sought.length + most, 63)
  let [before, last, now] = rows
  if (!before || !last || !now || width + most < sought.length) return most + 1
  for (let at = 0; at <= width; at++) last[at] = at
  for (let row = 1; row <= sought.length; row++) {
    now[0] = row
    let least = row
    for (let at = 1; at <= width; at++) {
      const sign = sought.charCodeAt(row - 1)
      let slips = (last[at - 1] ?? 0) + Number(sign !== word.charCodeAt(at - 1))
      slips = Math.min(slips, (last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1)
      if (
        row > 1 &&
        at > 1 &&
        sign === word.charCodeAt(at - 2) &&
        sought.charCodeAt(row - 2) === word.charCodeAt(at - 1)
      )
        slips = Math.min(slips, (before[at - 2] ?? 0) + 1)
      now[at] = slips
      if (slips < least) least = slips
    }
    if (least > most) return most + 1
    ;[before, last, now] = [last, now, before]
  }
  let slips = most + 1
  for (let at = 0; at <= width; at++) slips = Math.min(slips, last[at] ?? slips)
  return slips
}
