/** Safe only if no withheld count is known exactly, and none that is small is known to be so. */
import type { Intervals } from "./intervals.ts"
import type { Publication, PublishedCell } from "./publication.ts"
import type { System } from "./system.ts"

/** `known`: a withheld count is certain. `below`: a small one is certainly small. */
export interface Leak {
  readonly cell: string
  readonly kind: "known" | "below"
}

const isSmall = (value: number, threshold: number): boolean => value >= 1 && value < threshold

/** What the mask should have withheld and does not. The verdict is of what it does. */
export const shownSmall = ({ threshold, cells }: Publication): readonly string[] =>
  [...cells].flatMap(([cell, { value, published }]) =>
    published && threshold !== null && value !== null && isSmall(value, threshold) ? [cell] : [],
  )

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
  ids.forEach((cell, column) => {
    const greatest = upper[column] ?? 0
    const held = cells.get(cell)
    if (greatest === lower[column]) leaks.push({ cell, kind: "known" })
    else if (held && threshold !== null && greatest < threshold && isToProtect(held, threshold))
      leaks.push({ cell, kind: "below" })
  })
  return leaks
}
