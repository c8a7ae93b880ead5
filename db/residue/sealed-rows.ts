/** Finds sealed rows of days that should be gone: the day and the form in the clear, and what is sealed after them. */
import { formIds } from "../../policy/data/form-id.ts"
import type { Trace } from "./trace.ts"

/** Encapsulated key and nonce; in the evidence store words follow the form. */
const random = 44
const few = 8

const isRandom = (text: string): boolean => text.length === random && text.replaceAll(/[\0-\x7f]/g, "").length >= few

/** Postgres writes the length of a text before it in a byte. */
export const sealedRowsIn = (text: string, days: readonly string[]): readonly Trace[] => {
  if (days.length === 0) return []
  const rows = new RegExp(`(?:${days.join("|")})[\\0-\\x1f]?(?:${formIds.toSorted().reverse().join("|")})`, "g")
  return [...text.matchAll(rows)]
    .filter(({ 0: head, index }) => isRandom(text.slice(index + head.length, index + head.length + random)))
    .map(({ 0: head, index }) => ({ what: "sealed row", at: index, length: head.length, encoding: "as sealed" }))
}
