/** Rounds a percentage to a whole number, and withholds it where the count, its complement or the base is small. */
import { Effect } from "effect"
import { TableRefused } from "./tables/refused.ts"

/** `[c]`: withheld. `[z]`: not applicable, since the base is 0. The marks are those of the Government Statistical Service. */
export type Percentage = number | "[c]" | "[z]"

export interface Share {
  readonly numerator: number
  readonly denominator: number
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/** Halves round up. */
export const percentageOf = (
  { numerator, denominator }: Share,
  threshold: number,
): Effect.Effect<Percentage, TableRefused> => {
  if (!Number.isSafeInteger(threshold) || threshold < 2)
    return new TableRefused({ reason: "The threshold is a whole number of 2 or more." })
  if (!isCount(numerator) || !isCount(denominator) || numerator > denominator)
    return new TableRefused({
      reason: "A percentage needs whole counts, with the numerator no larger than the denominator.",
    })
  if (denominator === 0) return Effect.succeed("[z]")
  const isSmall = (count: number): boolean => count > 0 && count < threshold
  if ([numerator, denominator - numerator, denominator].some(isSmall)) return Effect.succeed("[c]")
  return Effect.succeed(Math.floor((200 * numerator + denominator) / (2 * denominator)))
}
