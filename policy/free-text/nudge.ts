/** Notices words that may name a person or a place, small enough for a child's page: it asks for a second look, and refuses nothing. */
import { findEmails } from "./patterns/internet.ts"
import { findPhones } from "./patterns/phone.ts"

const patterns: readonly RegExp[] = [
  /\b[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}\b/,
  /\b(?:my (?:(?:first|full|last|real|user) ?)?names?(?: is|'?s)|(?:i am|i'?m) called|(?:friend|brother|sister|teacher)s? (?:is )?(?:called|named)) [a-z]/,
  /\bi live (?:at|in|on|near) (?!an?\b|the\b|my\b|our\b|this\b|care\b|england\b|fear\b|poverty\b)[a-z0-9]/,
  /\b(?:my address is|my school is called|i go to (?!an?\b|my\b|the\b|this\b)(?:[a-z']+ ){1,4}(?:school|primary|academy|college)\b)/,
  /(?:^|\s)@[a-z0-9_]{3,}/,
]

export const mayIdentify = (words: string): boolean => {
  const text = words.toLowerCase().replaceAll("’", "'")
  return patterns.some((pattern) => pattern.test(text)) || findPhones(text).length + findEmails(text).length > 0
}
