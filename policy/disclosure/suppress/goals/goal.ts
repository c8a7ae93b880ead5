/** What has to be shown of every primary cell: that other records publish the same, and put a count of its own there. */
import { isLeaf, leavesOf } from "../../tables/lattice.ts"
import type { SearchState } from "../state/search-state.ts"

/** `exact`: no suppressed cell can be worked out. `witnessed`: nor any primary be shown to be under the threshold, even by the one child in another cell. */
export type Level = "exact" | "witnessed"

export interface Goal {
  readonly cell: number
  /** 0 where either will do. */
  readonly direction: 1 | -1 | 0
  /** By how many records, at least. */
  readonly need: number
  /** The leaf of a single record that the move may change, or -1. */
  readonly opens: number
}

/** The leaves under a cell that hold records. */
export const filledLeaves = ({ lattice, counts }: SearchState, cell: number): readonly number[] =>
  isLeaf(lattice, cell) ? [cell] : Array.from(leavesOf(lattice, cell)).filter((leaf) => (counts[leaf] as number) > 0)

/** Each of two children alone in their leaves knows of one record: so each leaf is moved once while the other stays. */
const apart = (leaves: readonly number[]): readonly number[] => leaves.slice(0, 2)

export const goalsOf = (ground: SearchState, level: Level, threshold: number): readonly Goal[] => {
  const { counts, suppressed, lone } = ground
  const primaries = Array.from(counts.keys()).filter((cell) => suppressed[cell] === 1)
  if (level === "exact") return primaries.map((cell) => ({ cell, direction: 0, need: 1, opens: -1 }))
  return primaries.flatMap((cell): readonly Goal[] => {
    const count = counts[cell] as number
    if (count === 0) return [{ cell, direction: 1, need: 1, opens: -1 }]
    // Withheld for the sake of an earlier table.
    if (count >= threshold) return [{ cell, direction: 0, need: 1, opens: -1 }]
    const up = { cell, direction: 1, need: threshold - count } as const
    if (count === 1) return [{ ...up, opens: lone[cell] as number }]
    const leaves = filledLeaves(ground, cell)
    // All of them at 1, which is the least that a suppressed cell can be.
    if (leaves.length === count) return apart(leaves).map((opens) => ({ ...up, opens }))
    return [
      { ...up, opens: -1 },
      { cell, direction: -1, need: 1, opens: -1 },
    ]
  })
}
