/** Finds sealed rows of days whose key is destroyed: the day and the form in plain text, followed by random bytes. */
import { formIds } from "../../policy/data/form-id.ts"
import type { Finding } from "./finding.ts"

/** The length of encapsulated key and nonce. In the evidence store text follows the form. */
const randomLength = 44
const dayLength = "2027-04-19".length
const longestHead = dayLength + 1 + Math.max(...formIds.map(({ length }) => length))

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0

/** In the evidence store an index has a random id of 16 bytes in this place, and then its next entry, or the next page. */
const idLength = 16
const date = /20\d\d-\d\d-\d\d/

/** Two sealed rows in a thousand have fewer high bytes or more zeros. */
const leastHighBytes = 7
const mostZeros = 2

const isRandom = (text: string): boolean => {
  const later = text.slice(idLength)
  return (
    text.length === randomLength &&
    !date.test(text) &&
    count(later, /[\x80-\xff]/g) >= leastHighBytes &&
    count(later, /\0/g) <= mostZeros
  )
}

/** PostgreSQL stores the length of a text in a byte before it. */
const form = new RegExp(`^[\\0-\\x1f]?(?:${formIds.toSorted().reverse().join("|")})`)

export const sealedRowsIn = (bytes: Buffer, days: readonly string[]): readonly Finding[] => {
  const found: Finding[] = []
  const known = new Set(days)
  for (const month of new Set(days.map((day) => day.slice(0, -2))))
    for (let at = bytes.indexOf(month); at >= 0; at = bytes.indexOf(month, at + 1)) {
      const text = bytes.toString("latin1", at, at + longestHead + randomLength)
      if (!known.has(text.slice(0, dayLength))) continue
      const head = form.exec(text.slice(dayLength))?.[0]
      if (head === undefined) continue
      const length = dayLength + head.length
      if (isRandom(text.slice(length, length + randomLength)))
        found.push({ what: "sealed row", at, length, encoding: "as sealed" })
    }
  return found
}
