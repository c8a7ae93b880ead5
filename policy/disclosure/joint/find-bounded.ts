/**
 * Finds withheld counts that are seen to be small though they do not follow: no whole counts that keep every published
 * number reach the threshold. Looks at each cross that holds a table together with others.
 */
import { Effect, Result } from "effect"
import { type Bounds, tighten } from "../audit/bounds.ts"
import { componentsOf } from "../audit/components.ts"
import { type AuditRefused, refuseAudit } from "../audit/refused.ts"
import { loadSolver, noSolution } from "../audit/solver.ts"
import { type Box, boxKey, type JointTable } from "./box.ts"
import { type CrossEquations, crossEquations, isOf, type Target } from "./cross-equations.ts"
import { noLimit } from "./fewest-moves.ts"
import type { Ledger } from "./joint-audit.ts"
import type { KnownCross, KnownGroups } from "./known-groups.ts"
import { type LargestSum, largestSumIn } from "./largest-sum.ts"

/** A count that published numbers hold under the threshold, and the tables that do. */
export interface BoundedCount {
  readonly box: Box
  /** Whether it is nobody, and known to be. */
  readonly isZero: boolean
  /** The solver stopped before it could tell: that counts as known. */
  readonly isUndecided: boolean
  readonly tables: readonly string[]
}

export interface BoundsOptions {
  readonly threshold: number
  /** For each part of a cross that says nothing of the rest, and each kind of question. */
  readonly seconds: number
  /** The table that is new; without it every cross is looked at. */
  readonly of?: string | undefined
}

/** What a count has to be able to be, so that nobody knows it to be small; 0 for one that has nothing to hide. */
const wantedOf = ({ cell }: Target, threshold: number): number =>
  cell.count === 0 ? 1 : cell.count < threshold ? threshold : 0

interface Bounded {
  readonly target: Target
  readonly isUndecided: boolean
}

const boundedIn = Effect.fnUntraced(function* (
  { equations, bounds, targets, counts }: CrossEquations,
  { threshold, seconds }: BoundsOptions,
) {
  const wanting = targets.filter((target) => wantedOf(target, threshold) > target.known)
  const found: Bounded[] = []
  if (wanting.length === 0) return found
  if (!tighten(equations, bounds)) return yield* noSolution()
  const upper = bounds.upper.map((value) => (Number.isFinite(value) ? value : noLimit))
  const wide: Bounds = { lower: bounds.lower, upper }
  const parts = componentsOf(equations)
  const partOf = new Int32Array(equations.columns)
  const localOf = new Int32Array(equations.columns)
  for (const [part, { columns }] of parts.entries())
    for (const [local, column] of columns.entries()) [partOf[column], localOf[column]] = [part, local]
  const asked = new Map<number, LargestSum>()
  const highs = yield* loadSolver
  const largestOf = Effect.fnUntraced(function* (part: number) {
    const known = asked.get(part)
    if (known !== undefined) return known
    const { columns = [], equations: own = equations } = parts[part] ?? {}
    const pick = (values: Float64Array): Float64Array => Float64Array.from(columns, (column) => values[column] ?? 0)
    const limits = { lower: pick(wide.lower), upper: pick(wide.upper) }
    const made = yield* largestSumIn(highs, own, limits, { seconds, first: counts && pick(counts) })
    asked.set(part, made)
    return made
  })
  for (const target of wanting) {
    const wanted = wantedOf(target, threshold)
    let reached = target.known
    let isUndecided = false
    for (const [part, columns] of Map.groupBy(target.columns, (column) => partOf[column] ?? 0)) {
      if (reached >= wanted) break
      const local = columns.map((column) => localOf[column] ?? 0)
      const largest = yield* largestOf(part)
      const sum = yield* Effect.result(largest(local, wanted - reached))
      if (Result.isSuccess(sum)) reached += sum.success
      else isUndecided = true
    }
    if (reached < wanted) found.push({ target, isUndecided })
  }
  return found
}, Effect.scoped)

/** A single table has its own witnesses, and one that repeats what others publish and withhold adds nothing to them. */
const addsTo = (others: readonly JointTable[], { cells }: JointTable): boolean => {
  const known = new Map(
    others.flatMap((table) => table.cells.map((cell) => [boxKey(cell.box), cell.published] as const)),
  )
  return cells.some(({ box, published }) => known.get(boxKey(box)) !== published)
}

const isLookedAt = (tables: readonly JointTable[], of: string | undefined): boolean => {
  const own = tables.find(({ id }) => id === of)
  if (tables.length < 2 || !tables.some(({ cells }) => cells.some(({ published }) => !published))) return false
  return (
    of === undefined ||
    (own !== undefined &&
      addsTo(
        tables.filter((each) => each !== own),
        own,
      ))
  )
}

const tooMany = (): AuditRefused =>
  refuseAudit("unproved", "its variables make too many smallest groups", "Leave a variable out")

export const findBounded = Effect.fnUntraced(function* (
  { variables, tables }: Ledger,
  known: KnownGroups,
  options: BoundsOptions,
) {
  const found: BoundedCount[] = []
  const lookAt = Effect.fnUntraced(function* (cross: KnownCross) {
    const own = tables.filter((table) => isOf(table, cross))
    if (!isLookedAt(own, options.of)) return
    const system = crossEquations(variables, known, cross, own)
    if (system === undefined) return yield* tooMany()
    for (const { target, isUndecided } of yield* boundedIn(system, options)) {
      const { box, count } = target.cell
      found.push({ box, isZero: count === 0, isUndecided, tables: own.map(({ id }) => id) })
    }
  })
  yield* Effect.forEach(known.crosses, lookAt, { discard: true })
  return [...new Map(found.map((each) => [boxKey(each.box), each])).values()]
})
