/** A small count is not published, and a table that no audit proved safe is not either. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { release } from "../../policy/disclosure/release.ts"
import { parameters } from "../../policy/parameters.ts"
import { isSmall, smallCellsGate, smallCellsSuppressed } from "../../policy/rules/small-cells-suppressed.ts"
import { hands, safe, table } from "./release.ts"
import { memberOf, midday, wholeTeam, within } from "./team.ts"

const tags = ["small-cells-suppressed"] as const
const withCount = (count: number, published = true) => ({ ...table, cells: [{ labels: ["x"], count, published }] })

describe("is refused", { tags: [...tags] }, () => {
  it("as small: 1 to the threshold less one", () => {
    assert.strictEqual(parameters.threshold.value, 10)
    assert.deepStrictEqual([0, 1, 9, 10, 11].map(isSmall), [false, true, true, false, false])
  })

  it.effect("every small count that is published, and every count that is none", () =>
    Effect.gen(function* () {
      for (const count of [1, 2, 9, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
        const refusal = yield* Effect.flip(smallCellsGate(withCount(count), safe))
        assert.strictEqual(refusal.rule, "small-cells-suppressed")
      }
      for (const count of [0, 10, 4000]) yield* smallCellsGate(withCount(count), safe)
      yield* smallCellsGate(withCount(3, false), safe)
      const one = { labels: ["y"], count: 4000, published: true }
      for (const count of [3, 1.5, -1]) {
        const amongOthers = { ...table, cells: [one, ...withCount(count).cells] }
        assert.strictEqual((yield* Effect.flip(smallCellsGate(amongOthers, safe))).rule, "small-cells-suppressed")
      }
    }),
  )

  it.effect("a table whose audit is unsafe or has no certificate, with the remedy in the message", () =>
    Effect.gen(function* () {
      for (const audit of [
        { ...safe, verdict: "unsafe" as const },
        { ...safe, digest: "" },
        { ...safe, digest: "x" },
        { ...safe, digest: `${safe.digest}0` },
        { ...safe, digest: `x${safe.digest}` },
      ]) {
        const refusal = yield* Effect.flip(smallCellsGate(table, audit))
        assert.include(refusal.remedy, "coarsen age to bands")
      }
    }),
  )

  it.effect("and so is its release", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(midday("2021-06-01"))
      const refusal = yield* Effect.flip(release(withCount(5), yield* hands))
      assert.include(JSON.stringify(refusal), "small-cells-suppressed")
    }).pipe(Effect.provide(within("always", [...wholeTeam("2021-05-01"), memberOf("evidence-team", {}, 1)]))),
  )
})

describe("audit", { tags: [...tags] }, () => {
  it.effect("is not checked until disclosure control is built", () =>
    Effect.map(smallCellsSuppressed.audit, ({ status }) => assert.strictEqual(status, "not checked")),
  )
})
