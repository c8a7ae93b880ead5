/** What leaves the team is an aggregate for England or a region, made from live answers, past every gate. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { release } from "../../policy/disclosure/release.ts"
import { regions } from "../../policy/disclosure/table.ts"
import { ReleasesNow } from "../../policy/evidence/releases-now.ts"
import {
  aggregatesOnlyBeyondTheTeam,
  geographyGate,
  nationalOrRegional,
} from "../../policy/rules/aggregates-only-beyond-the-team.ts"
import { breachesOf } from "./fixtures.ts"
import { author, hands, proposed, releaseOf, staff, table } from "./release.ts"
import { midday } from "./team.ts"

const tags = ["aggregates-only-beyond-the-team"] as const
const onDay = TestClock.setTime(midday("2021-06-01"))

describe("does not compile", { tags: [...tags] }, () => {
  it("a table for a local authority or an unknown place", () => {
    assert.sameMembers([...breachesOf("aggregates-only-beyond-the-team")], ["local-authority", "widened"])
  })
})

describe("is refused", { tags: [...tags] }, () => {
  it.effect("any geography but England and its nine regions", () =>
    Effect.gen(function* () {
      for (const geography of ["England", ...Object.keys(regions)]) yield* geographyGate({ geographies: [geography] })
      assert.strictEqual(Object.keys(regions).length, 9)
      for (const geographies of [["E09000007"], ["England", "E01000001"], [], ["toString"], ["Wales"]]) {
        const refusal = yield* Effect.flip(geographyGate({ geographies }))
        assert.strictEqual(refusal.rule, "aggregates-only-beyond-the-team")
      }
      assert.deepStrictEqual(nationalOrRegional({ title: "T", geographies: ["England"], cells: [] }).cells, [])
    }),
  )

  it.effect("a release from a rehearsal", () =>
    Effect.gen(function* () {
      yield* onDay
      const proposal = yield* proposed()
      const refusal = yield* Effect.flip(release(proposal, { ...(yield* hands(proposal)), mode: "rehearsal" }))
      assert.include(JSON.stringify(refusal), "aggregates-only-beyond-the-team")
    }).pipe(Effect.provide(staff)),
  )

  it.effect("what looks like a proposal and was never proposed", () =>
    Effect.gen(function* () {
      yield* onDay
      const proposal = yield* proposed()
      const copy = Object.assign({}, proposal) as typeof proposal
      const refusal = yield* Effect.flip(release(copy, yield* hands(proposal)))
      assert.include(JSON.stringify(refusal), "propose the table first")
    }).pipe(Effect.provide(staff)),
  )
})

describe("is released", { tags: [...tags] }, () => {
  it.effect("past every gate, without its withheld counts", () =>
    Effect.gen(function* () {
      yield* onDay
      const { table: released } = yield* releaseOf()
      assert.deepStrictEqual(
        released.cells.map(({ count }) => count),
        table.cells.map(({ count, published }) => (published ? count : "[c]")),
      )
      assert.strictEqual(released.cells.filter(({ count }) => count === "[c]").length, 8)
      assert.notInclude(JSON.stringify(released), author)
      assert.strictEqual(released.releasedOn, "2021-06-01")
    }).pipe(Effect.provide(staff)),
  )
})

describe("audit", { tags: [...tags] }, () => {
  const { audit } = aggregatesOnlyBeyondTheTeam
  it.effect("is not checked where the releases cannot be read, or there is none", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* audit).status, "not checked")
      const none = yield* Effect.provideService(audit, ReleasesNow, { tables: [] })
      assert.strictEqual(none.status, "not checked")
    }),
  )

  it.effect("is broken by one that is finer in any of its places", () =>
    Effect.gen(function* () {
      yield* onDay
      const kept = yield* releaseOf()
      const facts = { ...kept.proposal.facts, geographies: ["England", "E09000007"] }
      const finer = { ...kept, proposal: Object.assign({}, kept.proposal, { facts }) as typeof kept.proposal }
      const verdict = yield* Effect.provideService(audit, ReleasesNow, { tables: [kept, finer] })
      assert.strictEqual(verdict.status, "broken")
    }).pipe(Effect.provide(staff)),
  )

  it.effect("tells each geography once", () =>
    Effect.gen(function* () {
      yield* onDay
      const [one, other] = [yield* releaseOf(), yield* releaseOf({ ...table, geographies: ["England", "E12000007"] })]
      const verdict = yield* Effect.provideService(audit, ReleasesNow, { tables: [one, other] })
      assert.deepStrictEqual(verdict, { status: "upheld", observed: "2 tables are released, of E12000007, England" })
    }).pipe(Effect.provide(staff)),
  )

  it.effect("tells the geography of what is released", () =>
    Effect.gen(function* () {
      yield* onDay
      const verdict = yield* Effect.provideService(audit, ReleasesNow, { tables: [yield* releaseOf()] })
      assert.deepStrictEqual(verdict, { status: "upheld", observed: "1 table is released, of England" })
    }).pipe(Effect.provide(staff)),
  )
})
