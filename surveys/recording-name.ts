/** Names the recording of a text by a digest of its words: a changed wording never plays an old recording. */

const words = (text: string): string => text.replace(/\s+/g, " ").trim()

/**
 * 53 bits in base 36, always eleven signs. Not for secrecy: it only tells wordings apart, in every browser and at once,
 * where the browser's own digests need https and a wait. Source: cyrb53 by bryc, public domain.
 */
export const recordingName = (text: string): string => {
  const [one, two] = Array.from(words(text), (sign) => sign.codePointAt(0) ?? 0).reduce<readonly [number, number]>(
    ([high, low], code) => [Math.imul(high ^ code, 2654435761), Math.imul(low ^ code, 1597334677)],
    [0xdeadbeef, 0x41c6ce57],
  )
  const high = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  const low = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, "0")
}

/** Names the clip in British Sign Language of one page, by its question. */
export const clipName = (form: string, question: string): string => recordingName(`sign language, ${form}: ${question}`)
