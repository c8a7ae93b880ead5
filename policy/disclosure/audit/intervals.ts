/** Computes the exact interval of every withheld cell, for an attacker who allows fractions and for one who knows that counts are whole. */
import { Effect } from "effect"
import type { Highs } from "highs"
import { type AuditComponent, sides } from "./audit-component.ts"
import { type Bounds, tighten } from "./bounds.ts"
import { type Component, componentsOf } from "./components.ts"
import { linearIntervals } from "./linear-intervals.ts"
import { ObservedRange } from "./observed-range.ts"
import { loadSolver, noSolution } from "./solver.ts"
import type { System } from "./system.ts"
import { findUnbounded } from "./unbounded.ts"
import { wholeIntervals } from "./whole-intervals.ts"

export interface Intervals {
  readonly linear: Bounds
  readonly whole: Bounds
}

/** `seconds` limits the solver for each kind of question and each component. */
export interface Terms {
  readonly lowerBound: number
  readonly seconds: number
}

// Untraced, like all that it calls: a publication may have thousands of components.
const intervalsOfComponent = Effect.fnUntraced(function* (
  highs: Highs,
  { equations }: Component,
  lower: Float64Array,
  terms: Terms,
) {
  const { columns, sums } = equations
  const bounds = {
    lower,
    upper: new Float64Array(columns).fill(Infinity),
  }
  if (sums.length === 0) return { linear: bounds, whole: bounds }
  if (!tighten(equations, bounds)) return yield* noSolution()
  const observed = new ObservedRange(equations, bounds)
  // With every interval closed, only one point is possible, and it must be checked.
  if (bounds.lower.every((lower, column) => lower === bounds.upper[column])) observed.observe(bounds.lower)
  const unbounded = yield* findUnbounded(highs, equations, bounds, terms.seconds)
  const component: AuditComponent = { highs, equations, bounds, observed, unbounded, seconds: terms.seconds }
  const linear = yield* linearIntervals(component)
  return { linear, whole: yield* wholeIntervals(component, linear) }
})

export const intervalsOf = Effect.fn("Audit.intervalsOf")(function* ({ equations, least }: System, terms: Terms) {
  const blank = (): Bounds => ({
    lower: new Float64Array(equations.columns),
    upper: new Float64Array(equations.columns),
  })
  const intervals: Intervals = { linear: blank(), whole: blank() }
  const highs = yield* loadSolver
  for (const component of componentsOf(equations)) {
    const lower = Float64Array.from(component.columns, (column) => least[column] ?? terms.lowerBound)
    const { linear, whole } = yield* intervalsOfComponent(highs, component, lower, terms)
    component.columns.forEach((column, local) => {
      for (const side of sides) {
        intervals.linear[side][column] = linear[side][local] ?? 0
        intervals.whole[side][column] = whole[side][local] ?? 0
      }
    })
  }
  return intervals
})
