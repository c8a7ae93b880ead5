/** How far each cell goes for an attacker who reckons in fractions: each end is reached by a checked point, and proved by checked prices. */
import { Effect } from "effect"
import type { Bounds } from "./bounds.ts"
import { fractionsOf } from "./fraction.ts"
import { type Part, type Side, sides, unproved } from "./part.ts"
import { provenBound } from "./proof.ts"
import { type Solver, solverOf } from "./solver.ts"

/** How many questions about all open cells at once come before one about each. */
const sweeps = 8

type Open = (side: Side) => readonly number[]

/** Points that take many cells at once as far as they go, so that few need a question of their own. */
const sweep = Effect.fnUntraced(function* (solver: Solver, { found }: Part, open: Open) {
  for (const side of sides)
    for (let time = 0, before = Infinity; time < sweeps; time++) {
      const columns = open(side)
      if (columns.length === 0 || columns.length === before) break
      before = columns.length
      found.see((yield* solver.ask({ columns, side })).point)
    }
})

/** The end that a cell is proved to reach and not to pass. */
export const provenEnd = Effect.fnUntraced(function* (
  solver: Solver,
  { equations, bounds, found }: Part,
  column: number,
  side: Side,
) {
  const { point, prices } = yield* solver.ask({ columns: [column], side })
  const [seen, priced] = [found.see(point), fractionsOf(prices)]
  if (!seen || !priced) return yield* unproved()
  const bound = provenBound(equations, bounds, { column, side }, priced)
  if (!Number.isFinite(bound)) return yield* unproved()
  const reached = seen.numerators[column] ?? 0
  // Fractions are compared across their denominators, where floats might round.
  if (BigInt(reached) * BigInt(priced.denominator) !== BigInt(bound) * BigInt(seen.denominator))
    return yield* unproved()
  return reached / seen.denominator
})

export const linearIntervals = Effect.fnUntraced(function* (part: Part) {
  const { highs, equations, bounds, found, grows, seconds } = part
  const ends: Bounds = { lower: bounds.lower.slice(), upper: bounds.upper.slice() }
  const open: Open = (side) =>
    [...ends[side].keys()].filter(
      (column) => found.linear[side][column] !== ends[side][column] && !(side === "upper" && grows.has(column)),
    )
  if (sides.every((side) => open(side).length === 0)) return ends
  const solver = yield* solverOf(highs, equations, bounds, { whole: false, seconds })
  yield* sweep(solver, part, open)
  for (const side of sides)
    for (const column of open(side))
      if (found.linear[side][column] !== ends[side][column])
        ends[side][column] = yield* provenEnd(solver, part, column, side)
  return ends
}, Effect.scoped)
