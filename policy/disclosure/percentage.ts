/** A percentage as it may be shown: a whole number, and only where nobody behind it or beside it is one of a few. */
import { Effect } from "effect"
import { TableRefused } from "./tables/refused.ts"

/** `[c]`: withheld; `[z]`: of nobody, so that there is none. As the Government Statistical Service marks them. */
export type Percentage = number | "[c]" | "[z]"

export interface Share {
  /** How many of them. */
  readonly numerator: number
  /** How many in all. */
  readonly denominator: number
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/** Numerator, complement and denominator each are nobody, or as many as the threshold. Halves go up. */
export const percentageOf = (
  { numerator, denominator }: Share,
  threshold: number,
): Effect.Effect<Percentage, TableRefused> => {
  if (!Number.isSafeInteger(threshold) || threshold < 2)
    return new TableRefused({ reason: "The threshold is a whole number of 2 or more." })
  if (!isCount(numerator) || !isCount(denominator) || numerator > denominator)
    return new TableRefused({ reason: "A percentage is of whole numbers, the part no more than the whole." })
  if (denominator === 0) return Effect.succeed("[z]")
  const isFew = (count: number): boolean => count > 0 && count < threshold
  if ([numerator, denominator - numerator, denominator].some(isFew)) return Effect.succeed("[c]")
  return Effect.succeed(Math.floor((200 * numerator + denominator) / (2 * denominator)))
}
