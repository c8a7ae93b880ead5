/** Lists every possible typo of a kind in a child's postcode, so that a single explanation really is the only one. */
import { inwardLetters } from "./postcode-syntax.ts"

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
const digits = "0123456789"
const alike = ["0O", "1IL", "5S"]

const readingsOf = new Map(
  [...letters, ...digits].map((sign) => [sign, alike.find((all) => all.includes(sign)) ?? sign]),
)

const isLike = (wanted: string, sign: string): boolean =>
  [...(readingsOf.get(sign) ?? "")].some((reading) => wanted.includes(reading))

const letterLike = new Set([...letters, ...digits].filter((sign) => isLike(inwardLetters, sign)))
const digitLike = new Set([...letters, ...digits].filter((sign) => isLike(digits, sign)))

/** Whether a reading of it has the length and the end of a postcode. */
export const isPossible = (text: string): boolean => {
  const end = text.length
  if (end < 5 || end > 7) return false
  if (!letterLike.has(text.charAt(end - 1)) || !letterLike.has(text.charAt(end - 2))) return false
  return digitLike.has(text.charAt(end - 3))
}

/** The signs allowed at a position, counted from the end: two letters after a digit, and a letter at the start. */
const fits = (sign: string, fromEnd: number, isFirst: boolean): boolean => {
  if (fromEnd < 2) return inwardLetters.includes(sign)
  if (fromEnd === 2) return digits.includes(sign)
  return !isFirst || letters.includes(sign)
}

/** Every reading of look-alike signs, including the written one, that has the shape of a postcode. */
export const lookAlikes = (text: string): readonly string[] => {
  let all = [""]
  for (let at = 0; at < text.length; at++) {
    const readings = [...(readingsOf.get(text.charAt(at)) ?? "")].filter((sign) =>
      fits(sign, text.length - 1 - at, at === 0),
    )
    all = readings.flatMap((sign) => all.map((each) => each + sign))
  }
  return all
}

type Typo = (text: string) => Generator<string>

export const withoutOne: Typo = function* (text) {
  for (let at = 0; at < text.length; at++) yield text.slice(0, at) + text.slice(at + 1)
}

export const withOneMore: Typo = function* (text) {
  if (text.length > 6) return
  for (let at = 0; at <= text.length; at++)
    for (const sign of letters + digits) yield text.slice(0, at) + sign + text.slice(at)
}

export const withNeighboursSwapped: Typo = function* (text) {
  for (let at = 0; at + 1 < text.length; at++)
    yield text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
}

/** A letter for a letter, a digit for a digit. */
export const withOneChanged: Typo = function* (text) {
  for (let at = 0; at < text.length; at++)
    for (const sign of digits.includes(text.charAt(at)) ? digits : letters)
      yield text.slice(0, at) + sign + text.slice(at + 1)
}
