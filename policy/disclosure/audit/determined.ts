/**
 * Finds every withheld cell whose count follows from the published counts by sums.
 * Finds all of them: for each other cell, a change of counts proves that it could differ.
 */
import { Effect } from "effect"
import { type Basis, basisOf } from "./basis.ts"
import { findChange, multiples } from "./change.ts"
import { columnsOf } from "./columns.ts"
import { findCombination } from "./combination.ts"
import { refuseAudit } from "./refused.ts"
import type { Equations, System } from "./system.ts"

/** `value` is undefined where no whole combination proves it: the cell was only never seen to change. */
export interface DeterminedCell {
  readonly cell: string
  readonly value: number | undefined
}

/** Two unrelated cells may change alike by chance in one change, but not in this many. */
const maxChanges = 8

/** Returns changes of counts that move the cells in different ways, until there are enough of them. */
export const findChanges = Effect.fn("Audit.findChanges")(function* (
  equations: Equations,
  areEnough: (change: Float64Array) => boolean = () => false,
) {
  const columns = columnsOf(equations)
  const basis = basisOf(equations, columns)
  const changes: Float64Array[] = []
  for (let seed = 0; seed < maxChanges; seed++) {
    const change = findChange(equations, columns, basis, seed)
    if (!change) continue
    changes.push(change)
    if (areEnough(change)) break
  }
  if (changes.length === 0)
    return yield* refuseAudit("unproved", "no change of whole counts was found", "Audit fewer tables at once")
  return { basis, changes }
})

/** Where one cell would need halves or thirds of equations, a multiple of the cell is proved instead. */
const provenValue = (equations: Equations, basis: Basis, column: number): number | undefined => {
  for (const multiple of multiples) {
    const weights = findCombination(equations, basis, new Map([[column, multiple]]))
    if (weights) return weights.reduce((sum, weight, row) => sum + weight * (equations.sums[row] ?? 0), 0) / multiple
  }
  return undefined
}

export const findDetermined = Effect.fn("Audit.findDetermined")(function* ({ ids, equations }: Omit<System, "least">) {
  let candidates = [...ids.keys()]
  const { basis } = yield* findChanges(equations, (change) => {
    candidates = candidates.filter((column) => change[column] === 0)
    return candidates.length === 0
  })
  return candidates.map((column): DeterminedCell => {
    return { cell: ids[column] ?? "", value: provenValue(equations, basis, column) }
  })
})
