/** Refuses a percentage that reveals more than the counts: each must follow from two published counts, or be a mark. */
import { Effect } from "effect"
import { total } from "./hierarchy.ts"
import type { PublishedCell } from "./publication.ts"
import { type AuditRefused, refuseAudit } from "./refused.ts"

export interface PercentageCell {
  readonly id: string
  readonly categories: readonly string[]
  readonly status: PublishedCell
  readonly percentage: string
}

export const isPercentage = (text: string): boolean => /^(?:\d{1,2}|100|\[c\]|\[z\])$/.test(text)

/** Rounded to the nearest whole number; a half may go either way. */
const isNearest = (percentage: number, count: number, whole: number): boolean =>
  whole > 0 && Math.abs(percentage * whole - 100 * count) * 2 <= whole

const shownCount = (status: PublishedCell | undefined): number | undefined =>
  status?.published ? (status.value ?? undefined) : undefined

const faultOf = (
  { id, status, percentage }: PercentageCell,
  base: PublishedCell | undefined,
): AuditRefused | undefined => {
  if (!isPercentage(percentage))
    return refuseAudit(
      "not-understood",
      `the percentage of ${id} is not a percentage`,
      "Write a whole number from 0 to 100, or [c] or [z] in its place",
    )
  if (percentage === "[c]") return undefined
  const [count, whole] = [shownCount(status), shownCount(base)]
  if (count === undefined || whole === undefined)
    return refuseAudit(
      "unproved",
      `the percentage of ${id} is published, but a count behind it is withheld`,
      "Withhold it as [c], since this audit does not assess it",
    )
  return (percentage === "[z]" ? whole === 0 : isNearest(Number(percentage), count, whole))
    ? undefined
    : refuseAudit(
        "margins-do-not-add-up",
        `the percentage of ${id} does not match its counts`,
        `Divide by the cell with ${total} in the first column and round to a whole number`,
      )
}

const placeOf = (categories: readonly string[]): string => JSON.stringify(categories)

export const checkPercentages = (cells: readonly PercentageCell[]): Effect.Effect<void, AuditRefused> => {
  const status = new Map(cells.map((cell) => [placeOf(cell.categories), cell.status]))
  for (const cell of cells) {
    const fault = faultOf(cell, status.get(placeOf(cell.categories.with(0, total))))
    if (fault !== undefined) return Effect.fail(fault)
  }
  return Effect.void
}
