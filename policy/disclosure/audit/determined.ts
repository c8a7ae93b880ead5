/** Names every withheld cell that the published ones give away by sums alone: none is missed, since each other is proved able to move. */
import { Effect } from "effect"
import { type Basis, basisOf } from "./basis.ts"
import { changeOf, multiples } from "./change.ts"
import { columnsOf } from "./columns.ts"
import { combinationFor } from "./combination.ts"
import { refused } from "./refused.ts"
import type { Equations, System } from "./system.ts"

/** `value` is what the equations add up to; undefined where no whole sum of them proved it, and the cell only could not be seen to move. */
export interface Determined {
  readonly cell: string
  readonly value: number | undefined
}

/** Two cells move alike by chance in one change, not in so many. */
const changes = 8

/** A row a change: the same cells, moved differently; no more of them than are `enough`. */
export const changesOf = Effect.fnUntraced(function* (
  equations: Equations,
  enough: (change: Float64Array) => boolean = () => false,
) {
  const columns = columnsOf(equations)
  const basis = basisOf(equations, columns)
  const made: Float64Array[] = []
  for (let seed = 0; seed < changes; seed++) {
    const change = changeOf(equations, columns, basis, seed)
    if (!change) continue
    made.push(change)
    if (enough(change)) break
  }
  if (made.length === 0)
    return yield* refused("unproved", "no change of whole counts was found", "Audit fewer tables at once")
  return { basis, changes: made }
})

/** The equations may give away only so many of a cell at once, where halves or thirds of them would be needed for one. */
const provenValue = (equations: Equations, basis: Basis, column: number): number | undefined => {
  for (const multiple of multiples) {
    const weights = combinationFor(equations, basis, new Map([[column, multiple]]))
    if (weights) return weights.reduce((sum, weight, row) => sum + weight * (equations.sums[row] ?? 0), 0) / multiple
  }
  return undefined
}

export const determined = Effect.fnUntraced(function* ({ ids, equations }: Omit<System, "least">) {
  let still = [...ids.keys()]
  const { basis } = yield* changesOf(equations, (change) => {
    still = still.filter((column) => change[column] === 0)
    return still.length === 0
  })
  return still.map((column): Determined => {
    return { cell: ids[column] ?? "", value: provenValue(equations, basis, column) }
  })
})
