/** Finds any of many words wherever it begins, in every form in which a careless program would have written it. */
import { type Encoding, encodings } from "./encodings.ts"
import type { Find, Trace } from "./trace.ts"

const spellings = (word: string): readonly string[] => {
  const plain = [word, word.toLowerCase(), word.toUpperCase()]
  return [...new Set([...plain, ...plain.map((each) => each.replaceAll(" ", ""))])]
}

interface Needle {
  readonly bytes: Buffer
  readonly encoding: Encoding
}

/** Bytes by which needles are looked up; no needle is shorter. */
const key = 5

/** Signs, as a whole word has. */
export const shortest = 7

/** A bit for each beginning of three bytes sorts out nearly all of a haystack before a map is asked. */
export const wordsIn = (words: readonly string[]): Find => {
  const begins = new Uint8Array(2 ** 24)
  const needles = new Map<number, Needle[]>()
  const keyOf = (bytes: Buffer, at: number) => bytes.readUIntBE(at, key)
  const addNeedle = (needle: Needle) => {
    begins[needle.bytes.readUIntBE(0, 3)] = 1
    const at = keyOf(needle.bytes, 0)
    const held = needles.get(at)
    if (held === undefined) needles.set(at, [needle])
    else held.push(needle)
  }
  for (const word of words)
    for (const spelling of spellings(word))
      for (const encoding of Object.keys(encodings) as Encoding[])
        for (const bytes of encodings[encoding](spelling)) {
          if (bytes.length < key) throw new Error(`${encoding} of a word is too short to be looked for`)
          addNeedle({ bytes, encoding })
        }
  return (haystack) => {
    const found: Trace[] = []
    let begin = haystack.length > 1 ? haystack.readUInt16BE(0) : 0
    for (let at = 0; at + key <= haystack.length; at++) {
      begin = ((begin << 8) | (haystack[at + 2] ?? 0)) & 0xffffff
      if (begins[begin] === 0) continue
      for (const { bytes, encoding } of needles.get(keyOf(haystack, at)) ?? [])
        if (bytes.equals(haystack.subarray(at, at + bytes.length)))
          found.push({ what: "planted word", at, length: bytes.length, encoding })
    }
    return found
  }
}
