/** The kinds of identifying spans, and one match of a pattern. */

export const spanKinds = [
  "person",
  "school",
  "place",
  "address",
  "postcode",
  "phone",
  "email",
  "url",
  "handle",
  "date-of-birth",
  "nhs-number",
  "upn",
  "national-insurance-number",
] as const
export type SpanKind = (typeof spanKinds)[number]

/** Offsets in the folded text. */
export interface Match {
  readonly start: number
  readonly end: number
  readonly kind: SpanKind
  /** From 0 to 1: how sure it is that the span identifies. */
  readonly risk: number
}

export type Recogniser = (text: string) => readonly Match[]

/** The text just before a place, to look for a word that announces the span. */
export const leadOf = (text: string, at: number, length = 40): string => text.slice(Math.max(0, at - length), at)
