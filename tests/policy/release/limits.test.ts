/** What cannot be looked through refuses the table, and says so: too many cells, too many pairs, too many parts, a solver without time. */
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, test } from "vitest"
import { countImplied } from "../../../policy/disclosure/audit/differencing.ts"
import { maxParts } from "../../../policy/disclosure/subset-sum.ts"
import { releaseCandidate } from "../../../policy/release/candidate.ts"
import { linkedTableOf } from "../../../policy/release/linked-table.ts"
import { type Limits, linkedTablesGate } from "../../../policy/release/linked-tables-gate.ts"
import { findRecodedSums } from "../../../policy/release/recoded-sums.ts"
import { type Counted, draftOf, proposed, staff, table, undeclared } from "../../support/policy/release.ts"
import { midday } from "../../support/policy/team.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const ample: Limits = { cells: 2_000, seconds: 60, pairs: 4e9 }

const beside = (draft: typeof table, before: typeof table, limits: Limits): Promise<string> =>
  Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    const earlier = [yield* proposed(before)]
    return yield* linkedTablesGate(
      yield* proposed(draft),
      { earlier, recordKeys: [], declared: undeclared },
      10,
      limits,
    )
  }).pipe(
    Effect.match({ onSuccess: () => "safe", onFailure: ({ message }) => message }),
    Effect.provide([staff, TestClock.layer()]),
    Effect.runPromise,
  )

describe("together with an earlier table", { tags }, () => {
  const again = { ...table, title: "Again" }

  test.each<readonly [string, Partial<Limits>, string]>([
    ["within the limits", {}, "safe"],
    ["at them", { cells: 8 }, "safe"],
    ["more withheld cells than are settled", { cells: 7 }, "it withholds too much together with earlier tables"],
    ["a solver without time", { seconds: 0 }, "the solver stopped before an answer"],
    ["more pairs than are looked at", { pairs: 1 }, "there are too many earlier cells to check"],
  ])("%s", async (_, limits, says) => {
    expect(await beside(again, table, { ...ample, ...limits })).toContain(says)
  })

  test("the limit of pairs is checked, and not one more", () => {
    const { cells } = linkedTableOf(releaseCandidate(table))
    const [shown, hidden] = [true, false].map(
      (is) => new Set(cells.filter((each) => each.published === is).map(({ key }) => key)).size,
    )
    const pairs = (shown ?? 0) * (hidden ?? 0)
    expect(pairs).toBeGreaterThan(10)
    expect(countImplied([linkedTableOf(releaseCandidate(table))], pairs)).toBe(0)
    expect(countImplied([linkedTableOf(releaseCandidate(table))], pairs - 1)).toBeUndefined()
  })

  test("more parts than can be added up in every way", async () => {
    const days = (many: number) => Array.from({ length: many }, (_, at) => `day ${at + 1}`)
    const count: Counted["count"] = ([day = ""]) => 20 + (day.length % 7)
    const single = (many: number) => draftOf({ title: "Days", categories: { Day: days(many), All: ["all"] }, count })
    const halves = (many: number) => {
      const parts: NonNullable<Counted["parts"]> = ([half = ""]) =>
        days(many).flatMap((day, at) =>
          (at % 2 === 0) === (half === "even") ? [[`${day},all`, count([day])] as const] : [],
        )
      const sum: Counted["count"] = (labels) => parts(labels).reduce((all, [, each]) => all + each, 0)
      return draftOf({ title: "Halves", categories: { Half: ["even", "odd"], Any: ["any"] }, count: sum, parts })
    }
    const many = maxParts + 1
    expect(findRecodedSums(releaseCandidate(single(many)), releaseCandidate(halves(many)))).toBeUndefined()
    expect(findRecodedSums(releaseCandidate(single(12)), releaseCandidate(halves(12)))?.sums.length).toBeGreaterThan(0)
    const says = "there are too many earlier cells to check"
    expect(await beside(single(many), halves(many), ample)).toContain(says)
    expect(await beside(halves(many), single(many), ample)).toContain(says)
    expect(await beside(halves(12), single(12), ample)).toBe("safe")
  })
})
