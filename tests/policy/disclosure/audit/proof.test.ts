/** Shows that wrong answers of the solver do no harm: its points and prices are checked in whole numbers before use. */
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import type { AuditComponent } from "../../../../policy/disclosure/audit/audit-component.ts"
import { tighten } from "../../../../policy/disclosure/audit/bounds.ts"
import { findFilling } from "../../../../policy/disclosure/audit/branch-and-bound.ts"
import { componentsOf } from "../../../../policy/disclosure/audit/components.ts"
import { fractionsOf } from "../../../../policy/disclosure/audit/fraction.ts"
import { linearIntervals, provenEnd } from "../../../../policy/disclosure/audit/linear-intervals.ts"
import { ObservedRange } from "../../../../policy/disclosure/audit/observed-range.ts"
import { isSolution, provenBound } from "../../../../policy/disclosure/audit/proof.ts"
import type { AuditRefused } from "../../../../policy/disclosure/audit/refused.ts"
import { loadSolver, solverOf } from "../../../../policy/disclosure/audit/solver.ts"
import { equationsOf } from "../../../../policy/disclosure/audit/system.ts"
import { findUnbounded } from "../../../../policy/disclosure/audit/unbounded.ts"
import { wholeIntervals } from "../../../../policy/disclosure/audit/whole-intervals.ts"

/** x + y = 3, y + z = 3, x + z = 4: only 2, 1, 2. */
const ring = equationsOf(3, [
  { indices: [0, 1], coefficients: [1, 1], sum: 3 },
  { indices: [1, 2], coefficients: [1, 1], sum: 3 },
  { indices: [0, 2], coefficients: [1, 1], sum: 4 },
])
const wide = () => ({ lower: new Float64Array(3), upper: new Float64Array(3).fill(9) })
const point = (...values: readonly number[]) => Float64Array.from(values)
const fractions = (...values: readonly number[]) =>
  fractionsOf(point(...values)) ?? { numerators: point(), denominator: 0 }

describe("fractions", () => {
  test("represent decimals over one denominator", () => {
    expect(fractionsOf(point(0.5, 1 / 3, -2))).toEqual({ numerators: point(3, 2, -12), denominator: 6 })
    expect(fractionsOf(point(7.000_000_01, -1e-9))).toEqual({ numerators: point(7, 0), denominator: 1 })
  })

  test("are refused for decimals with no small denominator", () => {
    for (const odd of [Math.PI / 1_000_000, Number.NaN, Infinity, 2 ** 60, Math.SQRT2])
      expect(fractionsOf(point(odd))).toBeUndefined()
  })
})

describe("a point", () => {
  test("is a solution only if every equation holds exactly, within every bound", () => {
    expect(isSolution(ring, wide(), fractions(2, 1, 2))).toBe(true)
    expect(isSolution(ring, wide(), fractions(2, 1, 3))).toBe(false)
    expect(isSolution(ring, { ...wide(), upper: point(1, 9, 9) }, fractions(2, 1, 2))).toBe(false)
    expect(isSolution(ring, { ...wide(), lower: point(0, 2, 0) }, fractions(2, 1, 2))).toBe(false)
  })

  test("that is no solution widens no range", () => {
    const observed = new ObservedRange(ring, wide())
    expect(observed.observe(point(0, 3, 0))).toBeUndefined()
    expect(observed.linear.upper).toEqual(point(-Infinity, -Infinity, -Infinity))
    expect(observed.observe(point(2, 1, 2))).toBeDefined()
    expect(observed.whole).toEqual({ lower: point(2, 1, 2), upper: point(2, 1, 2) })
  })
})

describe("prices", () => {
  test("prove a bound, and wrong ones prove only a worse one", () => {
    const upper = { column: 0, side: "upper" } as const
    const bound = (...prices: readonly number[]): number => {
      const provenPrices = fractions(...prices)
      return provenBound(ring, wide(), upper, provenPrices) / provenPrices.denominator
    }
    expect(bound(0.5, -0.5, 0.5)).toBe(2)
    expect(bound(0, 0, 0)).toBe(9)
    expect(bound(1, 0, 0)).toBe(3)
    for (const prices of [
      [1, -1, 1],
      [0.5, 0.5, 0.5],
      [-1, 0, 0],
    ])
      expect(bound(...prices)).toBeGreaterThanOrEqual(2)
    expect(provenBound(ring, wide(), { ...upper, side: "lower" }, fractions(0, 0, 0))).toBe(0)
  })

  test("prove nothing where numbers outgrow what floats hold", () => {
    const vast = equationsOf(1, [{ indices: [0], coefficients: [1], sum: 2 ** 52 }])
    const bounds = { lower: point(0), upper: point(Infinity) }
    const provenPrices = { numerators: point(3), denominator: 1 }
    expect(provenBound(vast, bounds, { column: 0, side: "upper" }, provenPrices)).toBe(Infinity)
  })
})

test("bounds are tightened to the sums, and contradictions are detected", () => {
  const bounds = { lower: new Float64Array(3), upper: new Float64Array(3).fill(Infinity) }
  expect(tighten(ring, bounds)).toBe(true)
  expect(bounds).toEqual({ lower: point(1, 0, 1), upper: point(3, 2, 3) })
  expect(tighten(ring, { ...bounds, lower: point(4, 0, 0) })).toBe(false)
})

test("components without a common equation are audited apart", () => {
  const apart = equationsOf(5, [
    { indices: [0, 3], coefficients: [1, 1], sum: 3 },
    { indices: [1, 4], coefficients: [1, -1], sum: 0 },
    { indices: [4, 2], coefficients: [1, 1], sum: 2 },
  ])
  expect(componentsOf(apart).map(({ columns }) => columns)).toEqual([
    [0, 3],
    [1, 2, 4],
  ])
})

const pair = equationsOf(2, [{ indices: [0, 1], coefficients: [1, 1], sum: 9 }])
const bounds = (least = 0) => ({ lower: point(least, 0), upper: point(20, 20) })

test("a bound is accepted only if the checked point reaches the proved price, whatever the solver claims", async () => {
  const end = (at: readonly number[], prices: readonly number[]) => {
    const solver = { ask: () => Effect.succeed({ point: point(...at), prices: point(...prices) }) }
    return Effect.gen(function* () {
      const highs = yield* loadSolver
      const observed = new ObservedRange(pair, bounds())
      const component = {
        highs,
        equations: pair,
        bounds: bounds(),
        observed,
        unbounded: new Set<number>(),
        seconds: 60,
      }
      return yield* provenEnd(solver, component, 0, "upper")
    }).pipe(Effect.match({ onSuccess: (reached) => reached, onFailure: ({ kind }) => kind }), Effect.runPromise)
  }
  expect(await end([9, 0], [1])).toBe(9)
  expect(await end([8, 1], [1])).toBe("unproved")
  expect(await end([9, 0], [0])).toBe("unproved")
  expect(await end([10, 0], [1])).toBe("unproved")
  expect(await end([Number.NaN, 0], [1])).toBe("unproved")
})

describe("a search", () => {
  test("finds counts, proves them impossible, or stays undecided", () => {
    expect(findFilling(pair, bounds(9), 100)).toEqual(point(9, 0))
    expect(findFilling(pair, bounds(10), 100)).toBe("impossible")
    expect(findFilling(ring, { lower: point(0, 0, 0), upper: point(Infinity, Infinity, Infinity) }, 100)).toEqual(
      point(2, 1, 2),
    )
    expect(findFilling(pair, bounds(), 1)).toBe("undecided")
  })

  test("continues from observed counts to the furthest", async () => {
    const observed = new ObservedRange(pair, bounds())
    observed.observe(point(4, 5))
    const component = { equations: pair, bounds: bounds(), observed, unbounded: new Set<number>(), seconds: 60 }
    const ends = await Effect.gen(function* () {
      return yield* wholeIntervals({ ...component, highs: yield* loadSolver }, bounds())
    }).pipe(Effect.runPromise)
    expect(ends).toEqual({ lower: point(0, 0), upper: point(9, 9) })
  })
})

test("any solver status but optimal refuses", async () => {
  const ask = (upper: number) =>
    Effect.gen(function* () {
      const bounds = { lower: new Float64Array(3), upper: new Float64Array(3).fill(upper) }
      const solver = yield* solverOf(yield* loadSolver, ring, bounds, { whole: false, seconds: 60 })
      return yield* solver.ask({ columns: [0], side: "upper" })
    }).pipe(
      Effect.scoped,
      Effect.match({ onSuccess: ({ point: at }) => at[0], onFailure: ({ kind }) => kind }),
      Effect.runPromise,
    )
  expect(await ask(9)).toBe(2)
  expect(await ask(1)).toBe("no-solution")
  expect(await ask(Number.NaN)).toBe("solver-stopped")
})

test("a solver without time refuses every question", async () => {
  const refusalOf = <A>(ask: (component: AuditComponent) => Effect.Effect<A, AuditRefused>) =>
    Effect.gen(function* () {
      const highs = yield* loadSolver
      const observed = new ObservedRange(open, wide())
      return yield* ask({ highs, equations: open, bounds: wide(), observed, unbounded: new Set<number>(), seconds: 0 })
    }).pipe(Effect.match({ onSuccess: () => "answered", onFailure: ({ kind }) => kind }), Effect.runPromise)
  const open = equationsOf(3, [
    { indices: [0, 1, 2], coefficients: [1, 1, 1], sum: 9 },
    { indices: [0, 1], coefficients: [1, -1], sum: 1 },
  ])
  const endless = { lower: new Float64Array(6), upper: new Float64Array(6).fill(Infinity) }
  const level = equationsOf(6, [
    { indices: [0, 1, 2, 3], coefficients: [1, 1, -1, -1], sum: 0 },
    { indices: [0, 2, 4, 5], coefficients: [1, -1, 1, -1], sum: 0 },
    { indices: [1, 3, 4, 5], coefficients: [1, -1, -1, 1], sum: 0 },
  ])
  expect(await refusalOf(linearIntervals)).toBe("solver-stopped")
  expect(await refusalOf((component) => wholeIntervals(component, wide()))).toBe("solver-stopped")
  expect(await refusalOf(({ highs, seconds }) => findUnbounded(highs, level, endless, seconds))).toBe("solver-stopped")
})
