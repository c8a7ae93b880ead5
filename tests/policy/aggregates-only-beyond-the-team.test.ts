/** What leaves the team is an aggregate for England or a region, made from live answers, past every gate. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { release } from "../../policy/disclosure/release.ts"
import { regions } from "../../policy/disclosure/table.ts"
import {
  aggregatesOnlyBeyondTheTeam,
  geographyGate,
  nationalOrRegional,
} from "../../policy/rules/aggregates-only-beyond-the-team.ts"
import { breachesOf } from "./fixtures.ts"
import { hands, table } from "./release.ts"
import { memberOf, midday, wholeTeam, within } from "./team.ts"

const tags = ["aggregates-only-beyond-the-team"] as const
const people = within("always", [...wholeTeam("2027-05-01"), memberOf("evidence-team", {}, 1)])

describe("does not compile", { tags: [...tags] }, () => {
  it("a table for a local authority or an unknown place", () => {
    assert.sameMembers([...breachesOf("aggregates-only-beyond-the-team")], ["local-authority", "widened"])
  })
})

describe("is refused", { tags: [...tags] }, () => {
  it.effect("any geography but England and its nine regions", () =>
    Effect.gen(function* () {
      for (const geography of ["England", ...Object.keys(regions)])
        yield* geographyGate({ ...table, geographies: [geography] })
      assert.strictEqual(Object.keys(regions).length, 9)
      for (const geographies of [["E09000007"], ["England", "E01000001"], [], ["toString"], ["Wales"]]) {
        const refusal = yield* Effect.flip(geographyGate({ ...table, geographies }))
        assert.strictEqual(refusal.rule, "aggregates-only-beyond-the-team")
      }
      assert.deepStrictEqual(nationalOrRegional({ title: "T", geographies: ["England"], cells: [] }).cells, [])
    }),
  )

  it.effect("a release from a rehearsal", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(midday("2022-03-01"))
      const refusal = yield* Effect.flip(release(table, { ...(yield* hands), mode: "rehearsal" }))
      assert.include(JSON.stringify(refusal), "aggregates-only-beyond-the-team")
    }).pipe(
      Effect.provide(
        within("always", [
          ...wholeTeam("2022-01-01"),
          memberOf(
            "evidence-team",
            { trainedOn: wholeTeam("2022-01-01")[0]?.trainedOn ?? memberOf("dpo").trainedOn },
            1,
          ),
        ]),
      ),
    ),
  )
})

describe("is released", { tags: [...tags] }, () => {
  it.effect("past every gate, without its withheld counts", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(midday("2021-06-01"))
      const released = yield* release(table, yield* hands)
      assert.deepStrictEqual(
        released.cells.map(({ count }) => count),
        [120, "[c]", 0, 10],
      )
      assert.notInclude(JSON.stringify(released), table.author)
      assert.strictEqual(released.releasedOn, "2021-06-01")
    }).pipe(Effect.provide(within("always", [...wholeTeam("2021-05-01"), memberOf("evidence-team", {}, 1)]))),
  )
})

describe("audit", { tags: [...tags] }, () => {
  it.effect("is not checked while nothing can be released", () =>
    Effect.map(aggregatesOnlyBeyondTheTeam.audit, ({ status }) => assert.strictEqual(status, "not checked")).pipe(
      Effect.provide(people),
    ),
  )
})
