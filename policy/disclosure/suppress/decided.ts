/** What tables published before have decided of the cells of this one: a cell of the same records has the same status in every table. */
import { Effect } from "effect"
import { TableRefused } from "../tables/refused.ts"
import type { Table } from "../tables/tabulate.ts"

/** Cells by their number in the lattice. */
export interface Decided {
  readonly shown: ReadonlySet<number>
  readonly withheld: ReadonlySet<number>
}

export const undecided: Decided = { shown: new Set(), withheld: new Set() }

/** What is shown already cannot be protected any longer. */
export const canStand = (
  { counts }: Table,
  { shown, withheld }: Decided,
  threshold: number,
): Effect.Effect<void, TableRefused> => {
  const isLost = (cell: number): boolean => {
    const count = counts[cell] as number
    return withheld.has(cell) || (count > 0 && count < threshold)
  }
  return [...shown].some(isLost)
    ? new TableRefused({
        reason: "An earlier table shows a cell that is withheld, or small: leave out what they share.",
      })
    : Effect.void
}
