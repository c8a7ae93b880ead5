/** Finds whatever reads as a live postcode, spaced or not, amid text, in a record of a store, or decoded from another encoding. */
import type { Trace } from "./trace.ts"

/** Compact and upper case. */
export type IsLive = (postcode: string) => boolean

const inward = /(?=\d[a-z]{2})/gi
const outward = /^[a-z]{1,2}\d[a-z\d]?$/i
const longest = 4
const between = [" ", "%20", "+", "\\u0020", "-", "_", ""]

const isEven = (text: string): boolean => text === text.toUpperCase() || text === text.toLowerCase()

const isLow = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

/** As SQLite and Postgres write the length of a short text before it, and as most others do. */
const lengthsOf = (length: number): readonly number[] => [length, 2 * length + 13, 2 * (length + 1) + 1]

/** Digests and keys written in hexadecimal hold by chance what looks like a postcode. */
const isInDigest = (text: string, start: number, end: number): boolean => {
  const before = /[0-9a-f]*$/i.exec(text.slice(Math.max(0, start - 24), start))?.[0].length ?? 0
  const after = /^[0-9a-f]*/i.exec(text.slice(end, end + 24))?.[0].length ?? 0
  return /^[0-9a-f]*$/i.test(text.slice(start, end)) && before + after >= 16
}

/**
 * Seven signs are too many to come about by chance. Five or six do in some hundred megabytes of sealed answers, so they
 * count where what stands around them is not random too, or says how long they are.
 */
const isByChance = (text: string, start: number, end: number): boolean => {
  if (!isEven(text.slice(start, end)) || isInDigest(text, start, end)) return true
  if (end - start >= 7 || lengthsOf(end - start).includes(text.charCodeAt(start - 1))) return false
  return !isLow(text.slice(Math.max(0, start - 3), start) + text.slice(end, end + 3))
}

const candidateAt = (text: string, at: number, isLive: IsLive): Trace | undefined => {
  for (const separator of between) {
    const end = at - separator.length
    if (!text.startsWith(separator, end)) continue
    for (let length = longest; length >= 2; length--) {
      const start = end - length
      const first = text.slice(start, end)
      if (start < 0 || !outward.test(first) || !isLive((first + text.slice(at, at + 3)).toUpperCase())) continue
      if (separator === "" && isByChance(text, start, at + 3)) continue
      return { what: "postcode", at: start, length: at + 3 - start, encoding: "UTF-8" }
    }
  }
  return undefined
}

/** `text` has one sign for each byte. */
export const postcodesIn = (text: string, isLive: IsLive): readonly Trace[] =>
  [...text.matchAll(inward)].flatMap(({ index }) => candidateAt(text, index, isLive) ?? [])
