/** A table beside earlier ones keeps to what they show and withhold of the same children, and so can follow them. */
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { expect, test } from "vitest"
import { decidedBefore } from "../../policy/disclosure/decided-before.ts"
import { tableGates } from "../../policy/disclosure/release.ts"
import type { Decided } from "../../policy/disclosure/suppress/decided.ts"
import { parameters } from "../../policy/parameters.ts"
import { asReleased } from "../../src/asking/as-released.ts"
import { judged } from "../../src/asking/judged.ts"
import { proposedParts } from "../../src/releasing/proposed-parts.ts"
import { proposed, staff } from "../policy/release.ts"
import { midday } from "../policy/team.ts"
import { cutOf, type Layout, protectedCut } from "./cut.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const [children, seed] = [700, 20]

const tables = async () => {
  const earlier = await cutOf(children, seed, [], [["hope"], ["age", "band"]])
  const next = await cutOf(children, seed, [], [["hope"], ["region"]])
  return { earlier, next, first: proposedParts(earlier, await protectedCut(earlier)) }
}

const follows = async (decide: (decided: Decided) => Decided | undefined) => {
  const { earlier, next, first } = await tables()
  return Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    const before = yield* proposed(first)
    const made = yield* Effect.promise(() => protectedCut(next, decide(decidedBefore([before], next.keys))))
    const draft = yield* proposed(proposedParts(next, made))
    const found = yield* Effect.result(tableGates(draft, { earlier: [before], few: [...earlier.records] }))
    return Result.isSuccess(found) ? "released" : found.failure.remedy
  }).pipe(Effect.provide([staff, TestClock.layer()]), Effect.runPromise)
}

test("what an earlier table decided is kept to, and the table that was refused without is released", {
  tags,
}, async () => {
  expect(await follows(() => undefined)).toContain("an earlier table publishes what it withholds")
  expect(await follows((decided) => decided)).toBe("released")
})

test("a small cell that an earlier table shows cannot be protected, and is refused", { tags }, async () => {
  const { next } = await tables()
  const small = next.table.counts.findIndex((count) => count > 0 && count < parameters.threshold.value)
  const refused = protectedCut(next, { shown: new Set([small]), withheld: new Set() })
  await expect(refused).rejects.toThrow("An earlier table shows a cell that is withheld, or small")
})

test("what is told in both ways is decided in neither, and neither is a cell that nobody is in", { tags }, async () => {
  const { earlier, first } = await tables()
  const turned = { facts: { ...first, cells: first.cells.map((cell) => ({ ...cell, published: !cell.published })) } }
  const same = decidedBefore([{ facts: first }], earlier.keys)
  expect([same.shown.size + same.withheld.size, same.withheld.size > 0]).toEqual([
    first.cells.filter(({ count }) => count > 0).length,
    true,
  ])
  const both = decidedBefore([{ facts: first }, turned], earlier.keys)
  expect([both.shown.size, both.withheld.size]).toEqual([0, 0])
  const empty = { cells: [{ labels: ["6"], count: 0, published: true, key: "0".repeat(16) }] }
  expect(decidedBefore([{ facts: empty }], BigUint64Array.of(0n)).shown.size).toBe(0)
})

test("a larger cell that was to be withheld stays shown where an earlier table shows it", { tags }, async () => {
  const { next } = await tables()
  const { published } = await protectedCut(next)
  const withheld = [...published.keys()].filter((cell) => published[cell] === 0)
  const secondary = withheld.find((cell) => (next.table.counts[cell] ?? 0) >= parameters.threshold.value) ?? -1
  const again = await protectedCut(next, { shown: new Set([secondary]), withheld: new Set() })
  expect([published[secondary], again.published[secondary]]).toEqual([0, 1])
})

test("a table that is asked for is judged beside what was released, and keeps to it", { tags }, async () => {
  const { earlier, next, first } = await tables()
  const [without, beside] = await Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    const ledger = { earlier: [yield* proposed(first)], few: [...earlier.records] }
    const judgedBeside = (known: typeof ledger.earlier) =>
      Effect.flatMap(judged(next, { earlier: known }), (found) => asReleased(next, found, ledger))
    return [yield* judgedBeside([]), yield* judgedBeside(ledger.earlier)]
  }).pipe(Effect.provide([staff, TestClock.layer()]), Effect.runPromise)
  expect(without).toMatchObject({ because: expect.any(String), beside: { tables: 1, isSafe: false } })
  expect(beside).toMatchObject({ because: undefined, beside: { tables: 1, isSafe: true } })
})

test("single years after bands are refused where their sums tell what the bands withhold, and follow with the bands above them", {
  tags,
}, async () => {
  const bands = await cutOf(1_000, 4, [], [["hope"], ["band"]])
  const first = proposedParts(bands, await protectedCut(bands))
  const standsAs = async (layout: Layout) => {
    const next = await cutOf(1_000, 4, [], layout)
    return Effect.gen(function* () {
      yield* TestClock.setTime(midday("2021-06-01"))
      const ledger = { earlier: [yield* proposed(first)], few: [...bands.records] }
      return (yield* asReleased(next, yield* judged(next, ledger), ledger)).because
    }).pipe(Effect.provide([staff, TestClock.layer()]), Effect.runPromise)
  }
  expect(await standsAs([["hope"], ["age"]])).toContain("give a withheld cell away")
  expect(await standsAs([["hope"], ["age", "band"]])).toBeUndefined()
})
