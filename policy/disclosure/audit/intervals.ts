/** The exact interval of every withheld cell, for an attacker who reckons in fractions and for one who reckons in whole numbers. */
import { Effect } from "effect"
import type { Highs } from "highs"
import { type Bounds, tighten } from "./bounds.ts"
import { type Component, componentsOf } from "./components.ts"
import { Found } from "./found.ts"
import { growing } from "./growth.ts"
import { linearIntervals } from "./linear-intervals.ts"
import { type Part, sides } from "./part.ts"
import { loadSolver, noSolution } from "./solver.ts"
import type { System } from "./system.ts"
import { wholeIntervals } from "./whole-intervals.ts"

export interface Intervals {
  readonly linear: Bounds
  readonly whole: Bounds
}

/** `seconds` is what the solver may take for each question's kind and each part of the system. */
export interface Terms {
  readonly lowerBound: number
  readonly seconds: number
}

const intervalsOfPart = Effect.fnUntraced(function* (
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
  const found = new Found(equations, bounds)
  // Where nothing is open, the only point there can be is the one to check.
  if (bounds.lower.every((lower, column) => lower === bounds.upper[column])) found.see(bounds.lower)
  const grows = yield* growing(highs, equations, bounds, terms.seconds)
  const part: Part = { highs, equations, bounds, found, grows, seconds: terms.seconds }
  const linear = yield* linearIntervals(part)
  return { linear, whole: yield* wholeIntervals(part, linear) }
})

export const intervalsOf = Effect.fnUntraced(function* ({ equations, least }: System, terms: Terms) {
  const blank = (): Bounds => ({
    lower: new Float64Array(equations.columns),
    upper: new Float64Array(equations.columns),
  })
  const intervals: Intervals = { linear: blank(), whole: blank() }
  const highs = yield* loadSolver
  for (const component of componentsOf(equations)) {
    const lower = Float64Array.from(component.columns, (column) => least[column] ?? terms.lowerBound)
    const { linear, whole } = yield* intervalsOfPart(highs, component, lower, terms)
    component.columns.forEach((column, local) => {
      for (const side of sides) {
        intervals.linear[side][column] = linear[side][local] ?? 0
        intervals.whole[side][column] = whole[side][local] ?? 0
      }
    })
  }
  return intervals
})
