/** What leaves the team is an aggregate for England or a region, made from live answers, past every gate. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { restoreProposal } from "../../policy/disclosure/proposal.ts"
import { release, restoreReleased } from "../../policy/disclosure/release.ts"
import { regions } from "../../policy/disclosure/table.ts"
import { narrow, restoreWidening, widen } from "../../policy/disclosure/widening.ts"
import { canonicalJson } from "../../policy/evidence/canonical-json.ts"
import { digestOf } from "../../policy/evidence/digest.ts"
import { ReleasesNow } from "../../policy/evidence/releases-now.ts"
import {
  aggregatesOnlyBeyondTheTeam,
  geographyGate,
  isWidenedTo,
  nationalOrRegional,
  placesOf,
} from "../../policy/rules/aggregates-only-beyond-the-team.ts"
import { breachesOf } from "./fixtures.ts"
import { author, finerDraft, hands, proposed, releaseOf, staff, table, widening } from "./release.ts"
import { granted, midday } from "./team.ts"

const tags = ["aggregates-only-beyond-the-team"] as const
const isRefused = <A, E, R>(work: Effect.Effect<A, E, R>) => Effect.map(Effect.result(work), Result.isFailure)
const onDay = TestClock.setTime(midday("2021-06-01"))

describe("does not compile", { tags: [...tags] }, () => {
  it("a table for a local authority or an unknown place", () => {
    assert.sameMembers(
      [...breachesOf("aggregates-only-beyond-the-team")],
      ["boolean-leave", "local-authority", "look-alike-decision", "widened"],
    )
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

describe("a signed decision", { tags: [...tags] }, () => {
  const authorities = { geographies: ["England", "E12000007", "E09000007"] } as const

  it.effect("widens to local authorities and to nothing finer, while it is in force and the table names it", () =>
    Effect.gen(function* () {
      yield* onDay
      const { state: widened, record } = yield* widening()
      assert.deepEqual<unknown>(record, {
        kind: "geography-widened",
        body: {
          decision: widened.id,
          to: "local-authority",
          because: digestOf(widened.facts.because),
          by: "head-of-data-science",
          on: "2021-06-01",
        },
      })
      assert.isTrue(Object.isFrozen(widened))
      yield* geographyGate({ ...authorities, widenedBy: widened.id }, widened)
      const leave = yield* granted("widen-geography", "director-of-evidence")
      const { state: ended, record: taken } = yield* narrow(leave, widened)
      assert.deepEqual<unknown>(taken, {
        kind: "geography-narrowed",
        body: { decision: widened.id, by: "director-of-evidence", on: "2021-06-01" },
      })
      const { state: another } = yield* widening("Another reason for it")
      const copy = { ...widened } as typeof widened
      const named = { ...authorities, widenedBy: widened.id }
      const refused = [
        geographyGate(authorities),
        geographyGate(authorities, widened),
        geographyGate(named),
        geographyGate(named, another),
        geographyGate(named, ended),
        geographyGate(named, copy),
        geographyGate({ geographies: [], widenedBy: widened.id }, widened),
        ...["E01000001", "E02000001", "E10000003", "SW1A 1", "W06000001", "E090000071"].map((place) =>
          geographyGate({ geographies: ["E09000007", place], widenedBy: widened.id }, widened),
        ),
        narrow(leave, ended),
      ]
      for (const gate of refused) {
        const refusal = yield* Effect.flip(gate)
        assert.include(JSON.stringify(refusal), "aggregates-only-beyond-the-team")
      }
      assert.include((yield* Effect.flip(geographyGate(authorities))).remedy ?? "", "ask -- release widen")
      assert.isTrue(isWidenedTo("local-authority", widened))
      for (const [geography, decision] of [
        ["lsoa", widened],
        ["local-authority", ended],
        ["local-authority", undefined],
      ] as const)
        assert.isFalse(isWidenedTo(geography, decision))
    }).pipe(Effect.provide(staff)),
  )

  it.effect("is taken by a supervisor with a reason, of nothing finer, and by no reader", () =>
    Effect.gen(function* () {
      yield* onDay
      const leave = yield* granted("widen-geography", "director-of-evidence")
      for (const draft of [
        { to: "lsoa", because: "Councils asked" },
        { to: "local-authority", because: " " },
        { to: "local-authority", because: "x".repeat(501) },
      ])
        assert.include(JSON.stringify(yield* Effect.flip(widen(leave, draft))), "nothing finer is published")
      const { state } = yield* widen(leave, { to: "local-authority", because: "Councils asked" })
      assert.strictEqual(state.facts.role, "director-of-evidence")
      const reader = yield* Effect.flip(granted("widen-geography", "evidence-team"))
      assert.strictEqual(reader.because, "not-for-this-role")
    }).pipe(Effect.provide(staff)),
  )

  it.effect("is asked for when a table is proposed, when it is read back, and when it is released", () =>
    Effect.gen(function* () {
      yield* onDay
      const { state: widened } = yield* widening()
      const draft = yield* finerDraft(widened)
      const proposal = yield* proposed(draft, widened)
      assert.strictEqual(proposal.facts.widenedBy, widened.id)
      const { table: released } = yield* releaseOf(draft, [], widened)
      assert.deepEqual<unknown>([released.geographies, released.widenedBy], [["E09000007", "E09000008"], widened.id])
      const { id, facts } = yield* restoreProposal({ id: proposal.id, facts: proposal.facts })
      assert.strictEqual(id, proposal.id)
      const ended = (yield* narrow(yield* granted("widen-geography", "director-of-evidence"), widened)).state
      const given = yield* hands(proposal)
      for (const refused of [
        Effect.flip(proposed(draft)),
        Effect.flip(proposed(draft, ended)),
        Effect.flip(placesOf(["E09000007"])),
        Effect.flip(placesOf(["E01000001"], widened)),
        Effect.flip(release(proposal, given)),
        Effect.flip(release(proposal, { ...given, widened: ended })),
        Effect.flip(release(proposal, { ...given, widened: { ...widened } as typeof widened })),
      ])
        assert.include(JSON.stringify(yield* refused), "finer geography waits for a signed decision")
      const [{ widenedBy: _first, ...unnamed }, { widenedBy: _second, ...content }] = [facts, released]
      const reason = { ...widened.facts, because: "Nobody asked for it" }
      for (const read of [
        isRefused(restoreProposal({ id: digestOf(canonicalJson(unnamed)), facts: unnamed })),
        isRefused(restoreReleased(content, digestOf(canonicalJson(content)))),
        isRefused(restoreWidening({ id: widened.id, facts: reason, endedOn: undefined })),
        isRefused(restoreWidening({ id: widened.id, facts: widened.facts, endedOn: undefined, signed: true })),
      ])
        assert.isTrue(yield* read)
      assert.deepEqual<unknown>(yield* placesOf(["England"], widened), { geographies: ["England"] })
      const mixed = ["England", "E09000007"]
      assert.deepEqual<unknown>(yield* placesOf(mixed, widened), { geographies: mixed, widenedBy: widened.id })
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

  it.effect("tells each decision, and how many authorities of which table it allows", () =>
    Effect.gen(function* () {
      yield* onDay
      const { state: widened } = yield* widening("Councils plan by it.")
      const named = widened.id.slice(0, 8)
      const decided = `decision ${named} of 2021-06-01 by a head-of-data-science`
      const none = yield* Effect.provideService(audit, ReleasesNow, { tables: [], widenings: [widened] })
      assert.deepStrictEqual(none, {
        status: "not checked",
        because: `no table has been released; ${decided} allows publication by local-authority: Councils plan by it`,
      })
      const kept = yield* releaseOf(yield* finerDraft(widened), [], widened)
      const ended = (yield* narrow(yield* granted("widen-geography", "director-of-evidence"), widened)).state
      const observed = yield* Effect.provideService(audit, ReleasesNow, {
        tables: [yield* releaseOf(), { ...kept, widened: ended }],
        widenings: [ended],
      })
      const id = kept.proposal.id.slice(0, 8)
      assert.deepStrictEqual(observed, {
        status: "upheld",
        observed: `2 tables are released, of England; table ${id} of 2 local authorities by decision ${named}; ${decided} allowed until 2021-06-01 publication by local-authority: Councils plan by it`,
      })
    }).pipe(Effect.provide(staff)),
  )

  it.effect("is broken where the decision is absent, another, later than the table, or ended before it", () =>
    Effect.gen(function* () {
      yield* onDay
      const { state: widened } = yield* widening()
      const kept = yield* releaseOf(yield* finerDraft(widened), [], widened)
      const { state: another } = yield* widening("Another reason for it")
      const restored = (change: object, endedOn?: string) => {
        const facts = { ...widened.facts, ...change }
        return restoreWidening({ id: digestOf(canonicalJson(facts)), facts, endedOn })
      }
      const later = { ...kept, widened: yield* restored({ on: "2021-06-02" }) }
      const facts = { ...kept.proposal.facts, widenedBy: later.widened.id }
      for (const release of [
        { ...kept, widened: undefined },
        { ...kept, widened: another },
        { ...kept, widened: { ...widened } as typeof widened },
        { ...kept, widened: yield* restored({}, "2021-05-31") },
        { ...later, proposal: { ...kept.proposal, facts } as typeof kept.proposal },
      ]) {
        const verdict = yield* Effect.provideService(audit, ReleasesNow, { tables: [release], widenings: [widened] })
        assert.strictEqual(verdict.status, "broken")
      }
      const same = yield* Effect.provideService(audit, ReleasesNow, { tables: [kept], widenings: [widened] })
      assert.strictEqual(same.status, "upheld")
    }).pipe(Effect.provide(staff)),
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
