/** Recognises values that have the shape of an identifier, wherever a coded value should be. */
import { identifyingKeys } from "../data/identifying-key.ts"

const postcode = /\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b/i

const shapes: readonly RegExp[] = [
  postcode,
  /[^\s@]+@[^\s@]+\.[a-z]{2,}/i,
  /(?:\+|\b0)[\d\s().-]{8,}\d/,
  /\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})\b/,
  /\b(?:19|20)\d{2}-\d{2}-\d{2}\b/,
]

/** Of a postcode, e-mail address, telephone number or date. */
export const hasIdentifyingShape = (text: string): boolean => shapes.some((shape) => shape.test(text))

export const hasPostcodeShape = (text: string): boolean => postcode.test(text)

const keys: ReadonlySet<string> = new Set(identifyingKeys)

export const isIdentifyingKey = (key: string): boolean => keys.has(key)

export const isPostcodeKey = (key: string): boolean => /post-?_?code/i.test(key)
