/** Finds planted words at any position, in every form in which a careless program could have stored them. */
import { type Encoding, encodings } from "./encodings.ts"
import type { Find, Finding } from "./finding.ts"

const spellings = (word: string): readonly string[] => {
  const plain = [word, word.toLowerCase(), word.toUpperCase()]
  return [...new Set([...plain, ...plain.map((each) => each.replaceAll(" ", ""))])]
}

interface Needle {
  readonly bytes: Buffer
  readonly encoding: Encoding
}

/** The first bytes of a needle, by which it is looked up; no needle is shorter. */
const keyLength = 5

/** The fewest signs of a planted word. */
export const shortestWord = 7

/** One bit per beginning of three bytes rejects nearly every position before the map is searched. */
export const wordsIn = (words: readonly string[]): Find => {
  const begins = new Uint8Array(2 ** 21)
  const needles = new Map<number, Needle[]>()
  const keyOf = (bytes: Buffer, at: number) => bytes.readUIntBE(at, keyLength)
  const addNeedle = (needle: Needle) => {
    const begin = needle.bytes.readUIntBE(0, 3)
    begins[begin >> 3] = (begins[begin >> 3] ?? 0) | (1 << (begin & 7))
    const at = keyOf(needle.bytes, 0)
    const sameKey = needles.get(at)
    if (sameKey === undefined) needles.set(at, [needle])
    else sameKey.push(needle)
  }
  for (const word of words)
    for (const spelling of spellings(word))
      for (const encoding of Object.keys(encodings) as Encoding[])
        for (const bytes of encodings[encoding](spelling)) {
          if (bytes.length < keyLength) throw new Error(`${encoding} of a word is too short for the scan`)
          addNeedle({ bytes, encoding })
        }
  return (haystack) => {
    const findings: Finding[] = []
    let begin = haystack.length > 1 ? haystack.readUInt16BE(0) : 0
    for (let at = 0; at + keyLength <= haystack.length; at++) {
      begin = ((begin << 8) | (haystack[at + 2] ?? 0)) & 0xffffff
      if (((begins[begin >> 3] ?? 0) & (1 << (begin & 7))) === 0) continue
      for (const { bytes, encoding } of needles.get(keyOf(haystack, at)) ?? [])
        if (bytes.equals(haystack.subarray(at, at + bytes.length)))
          findings.push({ what: "planted word", at, length: bytes.length, encoding })
    }
    return findings
  }
}
