/** Encodes a postcode as two small numbers, its sector and its unit, so that millions fit in a few megabytes. */
import { inwardLetters } from "./postcode-syntax.ts"

const signValue = (code: number): number => {
  if (code >= 65 && code <= 90) return code - 64
  return code >= 48 && code <= 57 ? code - 21 : 0
}

const letterAt = new Int8Array(128).fill(-1)
for (const [index, letter] of [...inwardLetters].entries()) letterAt[letter.charCodeAt(0)] = index

/** A unit is two letters out of twenty. */
export const unitsInSector = 400

/** -1 if it cannot be a postcode. `postcode` is upper case, without spaces. */
export const sectorOf = (postcode: string): number => {
  const outward = postcode.length - 3
  if (outward < 2 || outward > 4) return -1
  const digit = postcode.charCodeAt(outward) - 48
  if (digit < 0 || digit > 9) return -1
  let sector = 0
  for (let at = 0; at < outward; at++) {
    const value = signValue(postcode.charCodeAt(at))
    if (value === 0) return -1
    sector = sector * 37 + value
  }
  return sector * 10 + digit
}

export const unitOf = (postcode: string): number => {
  const first = letterAt[postcode.charCodeAt(postcode.length - 2)] ?? -1
  const second = letterAt[postcode.charCodeAt(postcode.length - 1)] ?? -1
  return first < 0 || second < 0 ? -1 : first * 20 + second
}
