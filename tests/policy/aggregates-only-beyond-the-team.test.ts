/** What leaves the team is an aggregate for England or a region, made from live answers, past every gate. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { seen } from "../../policy/facts/fact.ts"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import { digestOf } from "../../policy/record/digest.ts"
import {
  grantGeographyException,
  restoreGeographyException,
  withdrawGeographyException,
} from "../../policy/release/geography-exception.ts"
import { allowsGeography, checkedPlaces, geographyGate } from "../../policy/release/geography-gate.ts"
import { restoreProposal } from "../../policy/release/proposal.ts"
import { release, restoreReleased } from "../../policy/release/release.ts"
import type { Releases } from "../../policy/release/released-tables.ts"
import { regions } from "../../policy/release/table.ts"
import { aggregatesOnlyBeyondTheTeam } from "../../policy/rules/aggregates-only-beyond-the-team.ts"
import { declaredFor } from "../support/policy/declared.ts"
import { factsWith, nothingSeen } from "../support/policy/facts.ts"
import { breachesOf } from "../support/policy/fixtures.ts"
import { author, finerDraft, hands, proposed, releaseOf, staff, table, widening } from "../support/policy/release.ts"
import { granted, midday } from "../support/policy/team.ts"

const tags = ["aggregates-only-beyond-the-team"] as const
const isRefused = <A, E, R>(work: Effect.Effect<A, E, R>) => Effect.map(Effect.result(work), Result.isFailure)
const onDay = TestClock.setTime(midday("2021-06-01"))

describe("does not compile", { tags: [...tags] }, () => {
  it("a word or a look-alike in place of the decision to publish by local authority", () => {
    assert.sameMembers([...breachesOf("aggregates-only-beyond-the-team")], ["boolean-leave", "look-alike-decision"])
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
      const { state: exception, record } = yield* widening()
      assert.deepEqual<unknown>(record, {
        kind: "geography-widened",
        body: {
          decision: exception.id,
          to: "local-authority",
          because: digestOf(exception.facts.because),
          by: "head-of-data-science",
          on: "2021-06-01",
        },
      })
      assert.isTrue(Object.isFrozen(exception))
      yield* geographyGate({ ...authorities, widenedBy: exception.id }, exception)
      const leave = yield* granted("widen-geography", "director-of-evidence")
      const { state: ended, record: taken } = yield* withdrawGeographyException(leave, exception)
      assert.deepEqual<unknown>(taken, {
        kind: "geography-narrowed",
        body: { decision: exception.id, by: "director-of-evidence", on: "2021-06-01" },
      })
      const { state: another } = yield* widening("Another reason for it")
      const copy = { ...exception } as typeof exception
      const named = { ...authorities, widenedBy: exception.id }
      const refused = [
        geographyGate(authorities),
        geographyGate(authorities, exception),
        geographyGate(named),
        geographyGate(named, another),
        geographyGate(named, ended),
        geographyGate(named, copy),
        geographyGate({ geographies: [], widenedBy: exception.id }, exception),
        ...["E01000001", "E02000001", "E10000003", "SW1A 1", "W06000001", "E090000071"].map((place) =>
          geographyGate({ geographies: ["E09000007", place], widenedBy: exception.id }, exception),
        ),
        withdrawGeographyException(leave, ended),
      ]
      for (const gate of refused) {
        const refusal = yield* Effect.flip(gate)
        assert.include(JSON.stringify(refusal), "aggregates-only-beyond-the-team")
      }
      assert.include((yield* Effect.flip(geographyGate(authorities))).remedy ?? "", "ask -- release widen")
      assert.isTrue(allowsGeography("local-authority", exception))
      for (const [geography, decision] of [
        ["lsoa", exception],
        ["local-authority", ended],
        ["local-authority", undefined],
      ] as const)
        assert.isFalse(allowsGeography(geography, decision))
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
        assert.include(
          JSON.stringify(yield* Effect.flip(grantGeographyException(leave, draft))),
          "nothing finer is published",
        )
      const { state } = yield* grantGeographyException(leave, { to: "local-authority", because: "Councils asked" })
      assert.strictEqual(state.facts.role, "director-of-evidence")
      const reader = yield* Effect.flip(granted("widen-geography", "evidence-team"))
      assert.strictEqual(reader.because, "not-for-this-role")
    }).pipe(Effect.provide(staff)),
  )

  it.effect("is asked for when a table is proposed, when it is read back, and when it is released", () =>
    Effect.gen(function* () {
      yield* onDay
      const { state: exception } = yield* widening()
      const draft = yield* finerDraft(exception)
      const proposal = yield* proposed(draft, exception)
      assert.strictEqual(proposal.facts.widenedBy, exception.id)
      const { table: released } = yield* releaseOf(draft, [], exception)
      assert.deepEqual<unknown>([released.geographies, released.widenedBy], [["E09000007", "E09000008"], exception.id])
      const { id, facts } = yield* restoreProposal({ id: proposal.id, facts: proposal.facts })
      assert.strictEqual(id, proposal.id)
      const ended = (yield* withdrawGeographyException(
        yield* granted("widen-geography", "director-of-evidence"),
        exception,
      )).state
      const given = yield* hands(proposal)
      for (const refused of [
        Effect.flip(proposed(draft)),
        Effect.flip(proposed(draft, ended)),
        Effect.flip(checkedPlaces(["E09000007"])),
        Effect.flip(checkedPlaces(["E01000001"], exception)),
        Effect.flip(release(proposal, given)),
        Effect.flip(release(proposal, { ...given, exception: ended })),
        Effect.flip(release(proposal, { ...given, exception: { ...exception } as typeof exception })),
      ])
        assert.include(JSON.stringify(yield* refused), "finer geography waits for a signed decision")
      const [{ widenedBy: _first, ...unnamed }, { widenedBy: _second, ...content }] = [facts, released]
      const reason = { ...exception.facts, because: "Nobody asked for it" }
      for (const read of [
        isRefused(restoreProposal({ id: digestOf(canonicalJson(unnamed)), facts: unnamed })),
        isRefused(restoreReleased(content, digestOf(canonicalJson(content)))),
        isRefused(restoreGeographyException({ id: exception.id, facts: reason, endedOn: undefined })),
        isRefused(
          restoreGeographyException({ id: exception.id, facts: exception.facts, endedOn: undefined, signed: true }),
        ),
      ])
        assert.isTrue(yield* read)
      assert.deepEqual<unknown>(yield* checkedPlaces(["England"], exception), { geographies: ["England"] })
      const mixed = ["England", "E09000007"]
      assert.deepEqual<unknown>(yield* checkedPlaces(mixed, exception), { geographies: mixed, widenedBy: exception.id })
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
  const auditOf = (releases: Partial<Releases>) =>
    aggregatesOnlyBeyondTheTeam.audit(
      factsWith({ releases: seen({ tables: [], widenings: [], declared: declaredFor([table]), ...releases }) }),
    )

  it("is not checked where the releases cannot be read, or no table is released", () => {
    assert.strictEqual(aggregatesOnlyBeyondTheTeam.audit(nothingSeen).status, "not checked")
    assert.strictEqual(auditOf({ tables: [] }).status, "not checked")
  })

  it.effect("names each decision, and how many authorities of which table it allows", () =>
    Effect.gen(function* () {
      yield* onDay
      const { state: exception } = yield* widening("Councils plan by it.")
      const named = exception.id.slice(0, 8)
      const decided = `decision ${named} of 2021-06-01 by a head-of-data-science`
      const none = auditOf({ tables: [], widenings: [exception] })
      assert.deepStrictEqual(none, {
        status: "not checked",
        because: `no table has been released; ${decided} allows publication by local-authority: Councils plan by it`,
      })
      const kept = yield* releaseOf(yield* finerDraft(exception), [], exception)
      const ended = (yield* withdrawGeographyException(
        yield* granted("widen-geography", "director-of-evidence"),
        exception,
      )).state
      const tables = [yield* releaseOf(), { ...kept, exception: ended }]
      const id = kept.proposal.id.slice(0, 8)
      assert.deepStrictEqual(auditOf({ tables, widenings: [ended] }), {
        status: "upheld",
        observed: `2 tables are released, of England; table ${id} of 2 local authorities by decision ${named}; ${decided} allowed until 2021-06-01 publication by local-authority: Councils plan by it`,
      })
    }).pipe(Effect.provide(staff)),
  )

  it.effect("is broken where the decision is absent, another, later than the table, or ended before it", () =>
    Effect.gen(function* () {
      yield* onDay
      const { state: exception } = yield* widening()
      const kept = yield* releaseOf(yield* finerDraft(exception), [], exception)
      const { state: another } = yield* widening("Another reason for it")
      const restored = (change: object, endedOn?: string) => {
        const facts = { ...exception.facts, ...change }
        return restoreGeographyException({ id: digestOf(canonicalJson(facts)), facts, endedOn })
      }
      const later = { ...kept, exception: yield* restored({ on: "2021-06-02" }) }
      const facts = { ...kept.proposal.facts, widenedBy: later.exception.id }
      for (const release of [
        { ...kept, exception: undefined },
        { ...kept, exception: another },
        { ...kept, exception: { ...exception } as typeof exception },
        { ...kept, exception: yield* restored({}, "2021-05-31") },
        { ...later, proposal: { ...kept.proposal, facts } as typeof kept.proposal },
      ]) {
        assert.strictEqual(auditOf({ tables: [release], widenings: [exception] }).status, "broken")
      }
      assert.strictEqual(auditOf({ tables: [kept], widenings: [exception] }).status, "upheld")
    }).pipe(Effect.provide(staff)),
  )

  it.effect("is broken by one that is finer in any of its places", () =>
    Effect.gen(function* () {
      yield* onDay
      const kept = yield* releaseOf()
      const facts = { ...kept.proposal.facts, geographies: ["England", "E09000007"] }
      const finer = { ...kept, proposal: Object.assign({}, kept.proposal, { facts }) as typeof kept.proposal }
      assert.strictEqual(auditOf({ tables: [kept, finer] }).status, "broken")
    }).pipe(Effect.provide(staff)),
  )

  it.effect("tells each geography once", () =>
    Effect.gen(function* () {
      yield* onDay
      const [one, other] = [yield* releaseOf(), yield* releaseOf({ ...table, geographies: ["England", "E12000007"] })]
      const verdict = auditOf({ tables: [one, other] })
      assert.deepStrictEqual(verdict, { status: "upheld", observed: "2 tables are released, of E12000007, England" })
    }).pipe(Effect.provide(staff)),
  )

  it.effect("names the geography of the released tables", () =>
    Effect.gen(function* () {
      yield* onDay
      const verdict = auditOf({ tables: [yield* releaseOf()] })
      assert.deepStrictEqual(verdict, { status: "upheld", observed: "1 table is released, of England" })
    }).pipe(Effect.provide(staff)),
  )
})
