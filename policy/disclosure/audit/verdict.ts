/** Safe only if no small count is shown, none withheld is known exactly, and none withheld that is small is known to be so. */
import type { Intervals } from "./intervals.ts"
import type { Publication, PublishedCell } from "./publication.ts"
import type { System } from "./system.ts"

/** `shown`: a small count is published. `known`: a withheld one is certain. `below`: a small one is certainly small. */
export interface Leak {
  readonly cell: string
  readonly kind: "shown" | "known" | "below"
}

const isSmall = (value: number, threshold: number): boolean => value >= 1 && value < threshold

/** What nobody here knows is protected as if it were small. */
const isToProtect = ({ value }: PublishedCell, threshold: number): boolean =>
  value === null || isSmall(value, threshold)

export const leaksOf = (
  { threshold, attacker, cells }: Publication,
  { ids }: System,
  { linear, whole }: Intervals,
): readonly Leak[] => {
  const { lower, upper } = attacker.integer ? whole : linear
  const leaks: Leak[] = []
  for (const [cell, { value, published }] of cells)
    if (published && threshold !== null && value !== null && isSmall(value, threshold))
      leaks.push({ cell, kind: "shown" })
  ids.forEach((cell, column) => {
    const greatest = upper[column] ?? 0
    const held = cells.get(cell)
    if (greatest === lower[column]) leaks.push({ cell, kind: "known" })
    else if (held && threshold !== null && greatest < threshold && isToProtect(held, threshold))
      leaks.push({ cell, kind: "below" })
  })
  return leaks
}
