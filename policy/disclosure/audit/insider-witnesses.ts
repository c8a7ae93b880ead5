/** Tracks, for each cell, which singletons (children alone in their cell) still lack a witness that does not move them. */
import type { LeafTable } from "./leaf-table.ts"

export interface InsiderWitnesses {
  /** Adds a witness that holds for everyone except `movedSingletons`. */
  readonly add: (cell: number, movedSingletons: ReadonlySet<number>) => void
  readonly convincesAll: (cell: number) => boolean
}

export const insiderWitnessesOf = ({
  counts,
  singletonLeaf,
}: Pick<LeafTable, "counts" | "singletonLeaf">): InsiderWitnesses => {
  /** Undefined until the first witness. */
  const unconvinced: (ReadonlySet<number> | undefined)[] = new Array(counts.length)
  return {
    add: (cell, movedSingletons) => {
      const before = unconvinced[cell]
      if (before?.size !== 0)
        unconvinced[cell] = before === undefined ? movedSingletons : before.intersection(movedSingletons)
    },
    convincesAll: (cell) => {
      const remaining = unconvinced[cell]
      if (remaining === undefined) return false
      // A singleton of this very cell knows its count already.
      return (
        remaining.size === 0 || (remaining.size === 1 && counts[cell] === 1 && remaining.has(singletonLeaf[cell] ?? -1))
      )
    },
  }
}
