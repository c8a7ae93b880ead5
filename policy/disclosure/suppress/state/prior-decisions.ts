/** What tables published before have decided of the cells of this one: a cell of the same records has the same status in every table. */
import { Effect } from "effect"
import { TableRefused } from "../../tables/refused.ts"
import type { Table } from "../../tables/tabulate.ts"

/** Cells by their number in the lattice. */
export interface PriorDecisions {
  readonly shown: ReadonlySet<number>
  readonly withheld: ReadonlySet<number>
}

export const noPriorDecisions: PriorDecisions = { shown: new Set(), withheld: new Set() }

/** A cell that an earlier table shows cannot be protected any longer. */
export const checkPriorDecisions = (
  { counts }: Table,
  { shown, withheld }: PriorDecisions,
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
