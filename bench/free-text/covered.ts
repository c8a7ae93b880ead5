/** Tells whether every letter and digit of a true span is in a span that was found. */
import type { Detection } from "../../policy/free-text/detector.ts"
import type { Item } from "./development-set.ts"

type True = Item["spans"][number]

export const isCovered = (text: string, { start, end }: True, { spans }: Detection): boolean => {
  for (let at = start; at < end; at++)
    if (/[\p{L}\p{N}]/u.test(text.charAt(at)) && !spans.some((span) => span.start <= at && span.end > at)) return false
  return true
}

export const isFound = ({ text, spans }: Item, detection: Detection): boolean =>
  spans.every((span) => isCovered(text, span, detection))
