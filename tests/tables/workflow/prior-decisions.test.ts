/** A table keeps to what earlier tables of the same children show and withhold, so that it can follow them. */
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { expect, test } from "vitest"
import type { PriorDecisions } from "../../../policy/disclosure/suppress/state/prior-decisions.ts"
import { parameters } from "../../../policy/parameters.ts"
import { findPriorDecisions } from "../../../policy/release/prior-decisions.ts"
import { tableGates } from "../../../policy/release/release.ts"
import { assess } from "../../../src/tables/request/assess.ts"
import { dryRunRelease } from "../../../src/tables/request/dry-run-release.ts"
import { proposalDraftOf } from "../../../src/tables/workflow/proposal-draft.ts"
import { declaredFor } from "../../support/policy/declared.ts"
import { priorTo, proposed, staff } from "../../support/policy/release.ts"
import { midday } from "../../support/policy/team.ts"
import { cutOf, type Layout, protectedCut } from "../../support/tables/workflow/unprotected-table.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const [children, seed] = [700, 20]

const tables = async () => {
  const earlier = await cutOf(children, seed, [], [["hope"], ["age", "band"]])
  const next = await cutOf(children, seed, [], [["hope"], ["region"]])
  return { earlier, next, first: proposalDraftOf(earlier, await protectedCut(earlier)) }
}

const follows = async (decide: (decided: PriorDecisions) => PriorDecisions | undefined) => {
  const { next, first } = await tables()
  return Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    const before = yield* proposed(first)
    const made = yield* Effect.promise(() => protectedCut(next, decide(findPriorDecisions([before], next.keys))))
    const draft = yield* proposed(proposalDraftOf(next, made))
    const found = yield* Effect.result(tableGates(draft, priorTo(draft, [before])))
    return Result.isSuccess(found) ? "released" : found.failure.remedy
  }).pipe(Effect.provide([staff, TestClock.layer()]), Effect.runPromise)
}

test("what an earlier table decided is kept to, and the table that was refused without is released", {
  tags,
}, async () => {
  expect(await follows(() => undefined)).toContain("can be worked out")
  expect(await follows((decided) => decided)).toBe("released")
})

test("a small cell that an earlier table shows cannot be protected, and is refused", { tags }, async () => {
  const { next } = await tables()
  const small = next.table.counts.findIndex((count) => count > 0 && count < parameters.threshold.value)
  const refused = protectedCut(next, { shown: new Set([small]), withheld: new Set() })
  await expect(refused).rejects.toThrow("An earlier table shows a cell that is withheld, or small")
})

test("a cell both shown and withheld before is left undecided, and so is an empty cell", { tags }, async () => {
  const { earlier, first } = await tables()
  const turned = { facts: { ...first, cells: first.cells.map((cell) => ({ ...cell, published: !cell.published })) } }
  const same = findPriorDecisions([{ facts: first }], earlier.keys)
  expect([same.shown.size + same.withheld.size, same.withheld.size > 0]).toEqual([
    first.cells.filter(({ count }) => count > 0).length,
    true,
  ])
  const both = findPriorDecisions([{ facts: first }, turned], earlier.keys)
  expect([both.shown.size, both.withheld.size]).toEqual([0, 0])
  const empty = { cells: [{ labels: ["6"], count: 0, published: true, key: "0".repeat(16) }] }
  expect(findPriorDecisions([{ facts: empty }], BigUint64Array.of(0n)).shown.size).toBe(0)
})

test("a larger cell that was to be withheld stays shown where an earlier table shows it", { tags }, async () => {
  const { next } = await tables()
  const { published } = await protectedCut(next)
  const withheld = [...published.keys()].filter((cell) => published[cell] === 0)
  const secondary = withheld.find((cell) => (next.table.counts[cell] ?? 0) >= parameters.threshold.value) ?? -1
  const again = await protectedCut(next, { shown: new Set([secondary]), withheld: new Set() })
  expect([published[secondary], again.published[secondary]]).toEqual([0, 1])
})

test("a requested table is assessed together with earlier releases, and keeps to them", { tags }, async () => {
  const { next, first } = await tables()
  const [without, beside] = await Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    const before = yield* proposed(first)
    const prior = {
      earlier: [before],
      declared: declaredFor([first, proposalDraftOf(next, yield* Effect.promise(() => protectedCut(next)))]),
    }
    const judgedBeside = (known: typeof prior.earlier) =>
      Effect.flatMap(assess(next, { earlier: known }), (found) => dryRunRelease(next, found, prior))
    return [yield* judgedBeside([]), yield* judgedBeside(prior.earlier)]
  }).pipe(Effect.provide([staff, TestClock.layer()]), Effect.runPromise)
  expect(without).toMatchObject({ because: expect.any(String), beside: { tables: 1, isSafe: false } })
  expect(beside).toMatchObject({ because: undefined, beside: { tables: 1, isSafe: true } })
})

test("single years after bands are refused where their sums tell what the bands withhold, and follow with the bands above them", {
  tags,
}, async () => {
  const bands = await cutOf(1_000, 4, [], [["hope"], ["band"]])
  const first = proposalDraftOf(bands, await protectedCut(bands))
  const ages = await cutOf(1_000, 4, [], [["hope"], ["age", "band"]])
  const fine = proposalDraftOf(ages, await protectedCut(ages))
  const standsAs = async (layout: Layout) => {
    const next = await cutOf(1_000, 4, [], layout)
    return Effect.gen(function* () {
      yield* TestClock.setTime(midday("2021-06-01"))
      const before = yield* proposed(first)
      const prior = { earlier: [before], declared: declaredFor([first, fine]) }
      return (yield* dryRunRelease(next, yield* assess(next, prior), prior)).because
    }).pipe(Effect.provide([staff, TestClock.layer()]), Effect.runPromise)
  }
  expect(await standsAs([["hope"], ["age"]])).toContain("can be worked out")
  expect(await standsAs([["hope"], ["age", "band"]])).toBeUndefined()
})
