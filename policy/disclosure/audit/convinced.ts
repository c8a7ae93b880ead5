/** Keeps of each cell which children alone in a cell have heard no witness yet that leaves them where they are. */
import type { LeafTable } from "./leaf-table.ts"

export interface Convinced {
  /** A witness of the cell convinces everybody but `moves`. */
  readonly hear: (cell: number, moves: ReadonlySet<number>) => void
  readonly everybody: (cell: number) => boolean
}

export const convinced = ({ counts, alone }: Pick<LeafTable, "counts" | "alone">): Convinced => {
  /** Undefined: nobody yet has heard a witness. */
  const doubting: (ReadonlySet<number> | undefined)[] = new Array(counts.length)
  return {
    hear: (cell, moves) => {
      const before = doubting[cell]
      if (before?.size !== 0) doubting[cell] = before === undefined ? moves : before.intersection(moves)
    },
    everybody: (cell) => {
      const left = doubting[cell]
      if (left === undefined) return false
      // A child alone in the cell knows its own count anyhow.
      return left.size === 0 || (left.size === 1 && counts[cell] === 1 && left.has(alone[cell] ?? -1))
    },
  }
}
