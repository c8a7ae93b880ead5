/** Finds live postcodes, with or without a space, where they stand in a text. */
import type { Finding } from "./finding.ts"
import { type Edges, isInText } from "./text-context.ts"

/** `postcode` is upper case, without spaces. */
export type IsLive = (postcode: string) => boolean

const outward = /^[a-z]{1,2}\d[a-z\d]?$/i
const longestOutward = 4
/** Those that no code of letters and digits contains, and then those that one may. */
const loose = [" ", "%20", "\\u0020"]
const tight = ["+", "-", "_", ""]
/** Bytes before the digit of the second half that decide. */
const longestBefore = 6 + longestOutward + 6

const alone = /(?:^|[^a-z0-9]|%[0-9a-f]{2}|\\[nrtbf]|\\u[0-9a-f]{4})$/i
const newWord = /^(?:[a-z][A-Z]|[A-Z][a-z])$/
const hasOneCase = (text: string): boolean => text === text.toUpperCase() || text === text.toLowerCase()

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/** A word of its own: a longer code, such as a digest or a key, contains postcodes by chance. */
const isWord = (before: string, found: string, isTight: boolean): boolean =>
  alone.test(before) || (!isTight && newWord.test(before.slice(-1) + found.slice(0, 1)))

interface Candidate {
  readonly before: string
  readonly inward: string
  readonly separator: string
  readonly isTight: boolean
}

/** The length of the postcode with its separator, or 0. */
const lengthOf = ({ before, inward, separator, isTight }: Candidate, isLive: IsLive): number => {
  const end = before.length - separator.length
  for (let length = longestOutward; length >= 2; length--) {
    const first = before.slice(Math.max(0, end - length), end)
    if (first.length !== length || !outward.test(first) || !isLive((first + inward).toUpperCase())) continue
    const found = first + separator + inward
    if ((separator !== "" || hasOneCase(found)) && isWord(before.slice(0, end - length), found, isTight))
      return found.length
  }
  return 0
}

const candidateAt = (bytes: Buffer, at: number, isLive: IsLive): number => {
  const before = bytes.toString("latin1", Math.max(0, at - longestBefore), at)
  const inward = bytes.toString("latin1", at, at + 3)
  for (const separator of loose)
    if (before.endsWith(separator)) return lengthOf({ before, inward, separator, isTight: false }, isLive)
  for (const separator of tight) {
    if (!before.endsWith(separator)) continue
    const length = lengthOf({ before, inward, separator, isTight: true }, isLive)
    if (length > 0) return length
  }
  return 0
}

export const postcodesIn = (bytes: Buffer, isLive: IsLive, edges: Edges): readonly Finding[] => {
  const found: Finding[] = []
  for (let at = 2; at + 2 < bytes.length; at++) {
    if (!isDigit(bytes[at] ?? 0) || !isLetter(bytes[at + 1] ?? 0) || !isLetter(bytes[at + 2] ?? 0)) continue
    const next = bytes[at + 3] ?? 0
    if (isLetter(next) || isDigit(next)) continue
    const length = candidateAt(bytes, at, isLive)
    const start = at + 3 - length
    if (length > 0 && isInText(bytes, start, at + 3, edges))
      found.push({ what: "postcode", at: start, length, encoding: "UTF-8" })
  }
  return found
}

/** Whether the whole text is one postcode. */
export const isPostcode = (bytes: Buffer, isLive: IsLive): boolean => {
  const at = bytes.length - 3
  return at >= 2 && isDigit(bytes[at] ?? 0) && candidateAt(bytes, at, isLive) === bytes.length
}
