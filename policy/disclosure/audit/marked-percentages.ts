/** Percentages beside counts tell nothing besides: each is what two published counts of its table make, or a mark in its place. */
import { Effect } from "effect"
import { total } from "./hierarchy.ts"
import type { PublishedCell } from "./publication.ts"
import { type AuditRefused, refused } from "./refused.ts"

export interface PercentageGiven {
  readonly id: string
  readonly categories: readonly string[]
  readonly held: PublishedCell
  readonly percentage: string
}

export const isPercentage = (text: string): boolean => /^(?:\d{1,2}|100|\[c\]|\[z\])$/.test(text)

/** To the nearest whole number, with halves either way. */
const isNearest = (percentage: number, count: number, whole: number): boolean =>
  whole > 0 && Math.abs(percentage * whole - 100 * count) * 2 <= whole

const shownCount = (held: PublishedCell | undefined): number | undefined =>
  held?.published ? (held.value ?? undefined) : undefined

const faultOf = (
  { id, held, percentage }: PercentageGiven,
  base: PublishedCell | undefined,
): AuditRefused | undefined => {
  if (!isPercentage(percentage))
    return refused(
      "not-understood",
      `the percentage of ${id} is none`,
      "Write a whole number from 0 to 100, or [c] or [z] in its place",
    )
  if (percentage === "[c]") return undefined
  const [count, whole] = [shownCount(held), shownCount(base)]
  if (count === undefined || whole === undefined)
    return refused(
      "unproved",
      `the percentage of ${id} is shown, and a count behind it is not`,
      "Withhold it as [c], since nothing here weighs what it tells",
    )
  return (percentage === "[z]" ? whole === 0 : isNearest(Number(percentage), count, whole))
    ? undefined
    : refused(
        "margins-do-not-add-up",
        `the percentage of ${id} is not what its counts make`,
        `Give it of the cell with ${total} in the first column, rounded to a whole number`,
      )
}

const placeOf = (categories: readonly string[]): string => JSON.stringify(categories)

export const checkPercentages = (cells: readonly PercentageGiven[]): Effect.Effect<void, AuditRefused> => {
  const held = new Map(cells.map((cell) => [placeOf(cell.categories), cell.held]))
  for (const cell of cells) {
    const fault = faultOf(cell, held.get(placeOf(cell.categories.with(0, total))))
    if (fault !== undefined) return Effect.fail(fault)
  }
  return Effect.void
}
