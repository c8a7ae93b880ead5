/** What has to be shown of every suppressed cell, and which children alone in a cell a move does not show it to. */

import type { Move } from "../moves/move.ts"
import type { Sensitive } from "../state/group-disclosure.ts"
import type { PriorDecisions } from "../state/prior-decisions.ts"
import type { SearchState } from "../state/search-state.ts"
import type { Goal, Level } from "./goal.ts"
import { filledLeaves } from "./goal.ts"

export type Requirement = Omit<Goal, "opens">

export interface Protection {
  readonly level: Level
  /** Counts from 1 to one less are small. */
  readonly threshold: number
  /** Which dimensions no group may be known to be of one category of; without it, nothing is hidden for that. */
  readonly sensitive?: Sensitive
  /** The cells that earlier tables show and withhold; absent without earlier tables. */
  readonly decided?: PriorDecisions
  /** What the solver may take for one question; left out, a minute. */
  readonly seconds?: number
}

export const requirementsOf = (
  ground: SearchState,
  { level, threshold }: Protection,
  cell: number,
): readonly Requirement[] => {
  const count = ground.counts[cell] as number
  if (level === "exact" || ground.primary[cell] === 0 || count >= threshold) return [{ cell, direction: 0, need: 1 }]
  if (count === 0) return [{ cell, direction: 1, need: 1 }]
  const high = { cell, direction: 1, need: threshold - count } as const
  // All of them at 1, which is the least that a suppressed cell can be.
  const isLeast = filledLeaves(ground, cell).length === count
  return isLeast ? [high] : [high, { cell, direction: -1, need: 1 }]
}

export const changeAt = ({ touched, change }: Move, cell: number): number => {
  const at = touched.indexOf(cell)
  return at === -1 ? 0 : (change[at] as number)
}

export const meetsRequirement = (move: Move, { cell, direction, need }: Requirement): boolean => {
  const by = changeAt(move, cell)
  return direction === 0 ? by !== 0 : by * direction >= need
}

/** By their leaves; the one child of the cell itself learns nothing of itself. */
export const unconvincedInsiders = (
  { lone }: SearchState,
  level: Level,
  move: Move,
  cell: number,
): ReadonlySet<number> => {
  if (level === "exact") return new Set()
  const moved = new Set<number>()
  for (const each of move.touched) {
    const leaf = lone[each] as number
    if (leaf !== -1 && leaf !== lone[cell]) moved.add(leaf)
  }
  return moved
}
