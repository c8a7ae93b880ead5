/** Finds withheld counts that are known exactly, and small ones that are known to be small. */
import type { Intervals } from "./intervals.ts"
import type { Publication, PublishedCell } from "./publication.ts"
import type { System } from "./system.ts"

/** `known`: the count is known exactly. `below`: the count is known to be below the threshold. */
export interface Leak {
  readonly cell: string
  readonly kind: "known" | "below"
}

const isSmall = (value: number, threshold: number): boolean => value >= 1 && value < threshold

/** Finds small counts that are published. They do not affect the verdict, which covers withheld counts. */
export const publishedSmallCells = ({ threshold, cells }: Publication): readonly string[] =>
  [...cells].flatMap(([cell, { value, published }]) =>
    published && threshold !== null && value !== null && isSmall(value, threshold) ? [cell] : [],
  )

/** An unknown count is protected as if it were small. */
const needsProtection = ({ value }: PublishedCell, threshold: number): boolean =>
  value === null || isSmall(value, threshold)

export const findLeaks = (
  { threshold, attacker, cells }: Publication,
  { ids }: System,
  { linear, whole }: Intervals,
): readonly Leak[] => {
  const { lower, upper } = attacker.integer ? whole : linear
  const leaks: Leak[] = []
  ids.forEach((cell, column) => {
    const greatest = upper[column] ?? 0
    const cellStatus = cells.get(cell)
    if (greatest === lower[column]) leaks.push({ cell, kind: "known" })
    else if (cellStatus && threshold !== null && greatest < threshold && needsProtection(cellStatus, threshold))
      leaks.push({ cell, kind: "below" })
  })
  return leaks
}
