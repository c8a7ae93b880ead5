/** Writes placeholders for spans: [name 1] and the like, numbered within one text only. */
import type { Span } from "./combine.ts"
import type { SpanKind } from "./patterns/match.ts"

const names: Readonly<Record<SpanKind, string>> = {
  person: "name",
  school: "school",
  place: "place",
  address: "address",
  postcode: "postcode",
  phone: "phone",
  email: "email",
  url: "link",
  handle: "account",
  "date-of-birth": "date of birth",
  "nhs-number": "number",
  upn: "number",
  "national-insurance-number": "number",
}

/** The same words keep the same number; a kind with one span goes without, except names. */
export const withPlaceholders = (text: string, spans: readonly Span[]): string => {
  const numbers = new Map<string, Map<string, number>>()
  for (const { start, end, kind } of spans) {
    const own = numbers.get(names[kind]) ?? new Map<string, number>()
    numbers.set(names[kind], own)
    const key = text.slice(start, end).toLowerCase()
    if (!own.has(key)) own.set(key, own.size + 1)
  }
  let cleaned = ""
  let at = 0
  for (const { start, end, kind } of spans) {
    const own = numbers.get(names[kind])
    const number = own?.get(text.slice(start, end).toLowerCase()) ?? 1
    const label = kind === "person" || (own?.size ?? 1) > 1 ? `${names[kind]} ${number}` : names[kind]
    cleaned += `${text.slice(at, start)}[${label}]`
    at = end
  }
  return cleaned + text.slice(at)
}
