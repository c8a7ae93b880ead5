/** What cannot be looked through refuses the table, and says so: too many cells, too many pairs, too many parts, a solver without time. */
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, test } from "vitest"
import { across } from "../../../../policy/disclosure/across.ts"
import { auditable } from "../../../../policy/disclosure/auditable.ts"
import { besideSafe, type Limits } from "../../../../policy/disclosure/beside.ts"
import { implied } from "../../../../policy/disclosure/implied.ts"
import { onLedger } from "../../../../policy/disclosure/on-ledger.ts"
import { mostParts } from "../../../../policy/disclosure/subset.ts"
import { type Counted, draftOf, proposed, staff, table } from "../../release.ts"
import { midday } from "../../team.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const ample: Limits = { cells: 2_000, seconds: 60, pairs: 4e9 }

const beside = (draft: typeof table, before: typeof table, limits: Limits): Promise<string> =>
  Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    const earlier = [yield* proposed(before)]
    return yield* besideSafe(yield* proposed(draft), { earlier, few: [] }, 10, limits)
  }).pipe(
    Effect.match({ onSuccess: () => "safe", onFailure: ({ message }) => message }),
    Effect.provide([staff, TestClock.layer()]),
    Effect.runPromise,
  )

describe("beside an earlier table", { tags }, () => {
  const again = { ...table, title: "Again" }

  test.each<readonly [string, Partial<Limits>, string]>([
    ["within the limits", {}, "safe"],
    ["at them", { cells: 8 }, "safe"],
    ["more withheld cells than are settled", { cells: 7 }, "it withholds too much together with earlier tables"],
    ["a solver without time", { seconds: 0 }, "the solver stopped before an answer"],
    ["more pairs than are looked at", { pairs: 1 }, "there is too much beside it to be looked over"],
  ])("%s", async (_, limits, says) => {
    expect(await beside(again, table, { ...ample, ...limits })).toContain(says)
  })

  test("so many pairs are looked at, and not one more", () => {
    const { cells } = onLedger(auditable(table))
    const [shown, hidden] = [true, false].map(
      (is) => new Set(cells.filter((each) => each.published === is).map(({ key }) => key)).size,
    )
    const pairs = (shown ?? 0) * (hidden ?? 0)
    expect(pairs).toBeGreaterThan(10)
    expect(implied([onLedger(auditable(table))], pairs)).toBe(0)
    expect(implied([onLedger(auditable(table))], pairs - 1)).toBeUndefined()
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
    const many = mostParts + 1
    expect(across(auditable(single(many)), auditable(halves(many)))).toBeUndefined()
    expect(across(auditable(single(12)), auditable(halves(12)))?.sums.length).toBeGreaterThan(0)
    const says = "there is too much beside it to be looked over"
    expect(await beside(single(many), halves(many), ample)).toContain(says)
    expect(await beside(halves(many), single(many), ample)).toContain(says)
    expect(await beside(halves(12), single(12), ample)).toBe("safe")
  })
})
