/** The percentages of a released table, from its published counts alone: of all who are alike in every other dimension, those in a category of the first. */
import { Effect } from "effect"
import { type Percentage, percentageOf } from "../../../policy/disclosure/percentage.ts"
import { total } from "../../../policy/disclosure/tables/dimension.ts"
import { parameters } from "../../../policy/parameters.ts"
import type { Released } from "../../../policy/release/released.ts"
import { countsOf, withheld } from "./shape.ts"

/** There is no percentage of nobody. */
export const ofNobody = "[z]"

/** There are no percentages when the first dimension has no `Total` to take them of. */
export const sharesOf = (table: Released): ((labels: readonly string[]) => Percentage) | undefined => {
  const categories = table.dimensions[0]?.categories ?? []
  if (!categories.includes(total) || categories.length < 2) return undefined
  const countOf = countsOf(table)
  return (labels) => {
    const [numerator, denominator] = [countOf(labels), countOf(labels.with(0, total))]
    if (numerator === withheld || denominator === withheld) return withheld
    const shared = percentageOf({ numerator, denominator }, parameters.threshold.value)
    return Effect.runSync(Effect.orElseSucceed(shared, () => withheld))
  }
}

/** `19%`; a mark stays what it is. */
export const formatShare = (share: Percentage): string => (typeof share === "number" ? `${share}%` : share)
