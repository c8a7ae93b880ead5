/** Finds rows of the evidence store that must be gone: by day, form and place as every row holds them, and by their random ids. */
import { formIds } from "../../policy/data/form-id.ts"
import type { Finding } from "./finding.ts"

const dayLength = "2027-04-19".length
const forms = formIds.toSorted().reverse().join("|")
const places = "matched|not-asked|not-answered|prefer-not-to-say|dont-know|unmatched|outside-england"

/** PostgreSQL stores the length of a text in a byte before it; a sealed batch, opened, is JSON. */
const asStored = new RegExp(`^[\\0-\\x3f]?(?:${forms})[\\0-\\x3f]?(?:${places})`)
const asJson = new RegExp(`^","form":"(?:${forms})","place":"`)
const longest = 64

/** `days` are those whose answers were destroyed. */
export const keptRowsIn = (bytes: Buffer, days: readonly string[]): readonly Finding[] => {
  const found: Finding[] = []
  for (const day of days)
    for (let at = bytes.indexOf(day); at >= 0; at = bytes.indexOf(day, at + 1)) {
      const text = bytes.toString("latin1", at + dayLength, at + dayLength + longest)
      const rest = asStored.exec(text)?.[0] ?? asJson.exec(text)?.[0]
      if (rest !== undefined)
        found.push({ what: "row of a destroyed day", at, length: dayLength + rest.length, encoding: "as stored" })
    }
  return found
}

const idLength = 16
/** The first bytes of an id: a table of one bit for each of their values rejects nearly every position. */
const prefixBytes = 3

const textAt = (bytes: Uint8Array, at: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + at, idLength).toString("latin1")

/** A search for any of the ids, 16 bytes each, at any position. */
export const idsIn = (ids: Uint8Array): ((bytes: Buffer) => readonly Finding[]) => {
  const known = new Set<string>()
  const begins = new Uint8Array(2 ** (8 * prefixBytes - 3))
  for (let at = 0; at + idLength <= ids.length; at += idLength) {
    known.add(textAt(ids, at))
    const prefix = Buffer.from(ids.buffer, ids.byteOffset + at).readUIntBE(0, prefixBytes)
    begins[prefix >> 3] = (begins[prefix >> 3] ?? 0) | (1 << (prefix & 7))
  }
  return (bytes) => {
    const found: Finding[] = []
    let prefix = 0
    for (let end = 0; end < bytes.length; end++) {
      prefix = ((prefix << 8) | (bytes[end] ?? 0)) & 0xff_ff_ff
      const at = end - prefixBytes + 1
      if (((begins[prefix >> 3] ?? 0) & (1 << (prefix & 7))) === 0 || at < 0 || at + idLength > bytes.length) continue
      if (known.has(textAt(bytes, at)))
        found.push({ what: "row of a destroyed day", at, length: idLength, encoding: "its id" })
    }
    return found
  }
}
