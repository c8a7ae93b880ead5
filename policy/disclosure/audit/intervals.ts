/** The exact interval of every withheld cell, for an attacker who reckons in fractions and for one who reckons in whole numbers. */
import { Effect } from "effect"
import type { Highs } from "highs"
import { type Bounds, tighten } from "./bounds.ts"
import { type Component, componentsOf } from "./components.ts"
import { Found } from "./found.ts"
import { fractionsOf } from "./fraction.ts"
import { growing } from "./growth.ts"
import { provenBound } from "./proof.ts"
import { type AuditRefused, refused } from "./refused.ts"
import { loadSolver, type Question, type Solver, solverOf } from "./solver.ts"
import type { Equations, System } from "./system.ts"

export interface Intervals {
  readonly linear: Bounds
  readonly whole: Bounds
}

const sides = ["lower", "upper"] as const
type Side = (typeof sides)[number]

const unproved = (): AuditRefused =>
  refused("unproved", "an answer of the solver could not be proved", "Audit fewer tables at once")

const noSolution = (): AuditRefused =>
  refused(
    "no-solution",
    "no counts fit what is published",
    "Check the counts, the relations and the attacker's lower bound",
  )

/** How many questions about all open cells at once come before one about each. */
const sweeps = 8

/** Points that take many cells at once as far as they go, so that few need a question of their own. */
const sweep = Effect.fnUntraced(function* (solver: Solver, found: Found, open: (side: Side) => readonly number[]) {
  for (const side of sides)
    for (let time = 0, before = Infinity; time < sweeps; time++) {
      const columns = open(side)
      if (columns.length === 0 || columns.length === before) break
      before = columns.length
      found.see((yield* solver.ask({ columns, side })).point)
    }
})

const isBeyond = (bounds: Bounds, equations: Equations, column: number, side: Side, value: number): boolean => {
  const trial = { lower: bounds.lower.slice(), upper: bounds.upper.slice() }
  if (side === "upper") trial.lower[column] = value + 1
  else trial.upper[column] = value - 1
  return !tighten(equations, trial)
}

const intervalsOfComponent = Effect.fnUntraced(function* (
  highs: Highs,
  { equations }: Component,
  lowerBound: number,
  seconds: number,
) {
  const { columns } = equations
  const bounds = { lower: new Float64Array(columns).fill(lowerBound), upper: new Float64Array(columns).fill(Infinity) }
  if (!tighten(equations, bounds)) return yield* noSolution()
  const found = new Found(equations, bounds)
  if (bounds.lower.every((lower, column) => lower === bounds.upper[column])) found.see(bounds.lower)
  if (equations.sums.length === 0) return { linear: bounds, whole: bounds }
  const grows = yield* growing(highs, equations, bounds, seconds)
  const linear = { lower: bounds.lower.slice(), upper: bounds.upper.slice() }
  const whole = { lower: bounds.lower.slice(), upper: bounds.upper.slice() }
  const solver = yield* solverOf(highs, equations, bounds, { whole: false, seconds })
  const all = Array.from({ length: columns }, (_, column) => column)
  const isOpen = (column: number, side: Side): boolean =>
    found.linear[side][column] !== linear[side][column] && !(side === "upper" && grows.has(column))
  yield* sweep(solver, found, (side) => all.filter((column) => isOpen(column, side)))

  const proveLinear = Effect.fnUntraced(function* (column: number, side: Side) {
    const { point, prices } = yield* solver.ask({ columns: [column], side })
    const seen = found.see(point)
    const priced = fractionsOf(prices)
    if (!seen || !priced) return yield* unproved()
    const bound = provenBound(equations, bounds, { column, side }, priced)
    const reached = BigInt(seen.numerators[column] ?? 0) * BigInt(priced.denominator)
    if (!Number.isFinite(bound) || reached !== BigInt(bound) * BigInt(seen.denominator)) return yield* unproved()
    linear[side][column] = (seen.numerators[column] ?? 0) / seen.denominator
    whole[side][column] =
      side === "upper" ? Math.floor(bound / priced.denominator) : Math.ceil(bound / priced.denominator)
  })
  for (const side of sides) for (const column of all) if (isOpen(column, side)) yield* proveLinear(column, side)

  let inWholes: Solver | undefined
  const askInWholes = Effect.fnUntraced(function* (question: Question) {
    inWholes ??= yield* solverOf(highs, equations, bounds, { whole: true, seconds })
    const { point } = yield* inWholes.ask(question)
    if (!found.see(point.map(Math.round))) return yield* unproved()
  })
  if (found.whole.lower[0] === Infinity) yield* askInWholes({ columns: [], side: "lower" })
  for (const side of sides)
    for (const column of all) {
      if (found.whole[side][column] === whole[side][column] || (side === "upper" && grows.has(column))) continue
      const reached = found.whole[side][column] ?? 0
      if (!isBeyond(bounds, equations, column, side, reached)) yield* askInWholes({ columns: [column], side })
      whole[side][column] = found.whole[side][column] ?? 0
    }
  return { linear, whole }
}, Effect.scoped)

/** `seconds` is what the solver may take for each part of the system. */
export const intervalsOf = Effect.fnUntraced(function* (
  { equations }: System,
  { lowerBound, seconds }: { readonly lowerBound: number; readonly seconds: number },
) {
  const blank = (): Bounds => ({
    lower: new Float64Array(equations.columns),
    upper: new Float64Array(equations.columns),
  })
  const intervals: Intervals = { linear: blank(), whole: blank() }
  const highs = yield* loadSolver
  for (const component of componentsOf(equations)) {
    const { linear, whole } = yield* intervalsOfComponent(highs, component, lowerBound, seconds)
    component.columns.forEach((column, local) => {
      for (const side of sides) {
        intervals.linear[side][column] = linear[side][local] ?? 0
        intervals.whole[side][column] = whole[side][local] ?? 0
      }
    })
  }
  return intervals
})
