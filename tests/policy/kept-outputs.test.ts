/** A proposal, a check and a release are written down as they are, and read back whole and unchanged or not at all. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { parameters } from "../../policy/parameters.ts"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import { digestOf } from "../../policy/record/digest.ts"
import { checkOutput, isOutputCheck, restoreCheck } from "../../policy/release/output-check.ts"
import { isProposal, proposeTable, restoreProposal } from "../../policy/release/proposal.ts"
import { proveSafe } from "../../policy/release/prove-safe.ts"
import { release, restoreReleased } from "../../policy/release/release.ts"
import { counted, draftOf, hands, priorTo, proposed, staff, table } from "../support/policy/release.ts"
import { granted, midday } from "../support/policy/team.ts"

const tags = ["small-cells-suppressed", "outputs-checked"] as const
const on = "2021-06-01"
const onDay = TestClock.setTime(midday(on))
const isRefused = <A, E, R>(work: Effect.Effect<A, E, R>) => Effect.map(Effect.result(work), Result.isFailure)

const steps = Effect.gen(function* () {
  yield* onDay
  const asked = yield* proposeTable(yield* granted("read-responses", "evidence-team", 9), table)
  const checked = yield* checkOutput(yield* granted("check-output", "evidence-team"), asked.state, [])
  const released = yield* release(asked.state, yield* hands(asked.state))
  return { asked, checked, released }
})

describe("the ledger's record", { tags: [...tags] }, () => {
  it.effect("names proposal, audit and table by their digests, and the day", () =>
    Effect.gen(function* () {
      const { asked, checked, released } = yield* steps
      const { id } = asked.state
      assert.deepEqual<unknown>(asked.record, { kind: "table-proposed", body: { proposal: id, on } })
      assert.deepEqual<unknown>(checked.record, { kind: "output-checked", body: { proposal: id, on } })
      const content = released.state.table
      assert.deepEqual<unknown>(released.record, {
        kind: "table-released",
        body: { proposal: id, audit: content.audit, table: digestOf(canonicalJson(content)), on },
      })
      assert.isTrue([asked.state, checked.state].every(Object.isFrozen))
    }).pipe(Effect.provide(staff)),
  )

  it.effect("has an audit of this proposal, this threshold and these earlier tables", () =>
    Effect.gen(function* () {
      yield* onDay
      const [one, other] = [yield* proposed(), yield* proposed(draftOf({ ...counted, title: "Another" }))]
      const threshold = parameters.threshold.value
      const expected = (proposal: string, beside: readonly string[]) =>
        digestOf(canonicalJson({ proposal, threshold, beside, verdict: "safe" }))
      const alone = yield* proveSafe(one, priorTo(one, []))
      assert.deepEqual<unknown>(alone, { verdict: "safe", digest: expected(one.id, []) })
      const beside = yield* proveSafe(other, priorTo(other, [one]))
      assert.strictEqual(beside.digest, expected(other.id, [one.id]))
    }).pipe(Effect.provide(staff)),
  )
})

describe("read back", { tags: [...tags] }, () => {
  it.effect("a proposal, unless a count, a name or a field is another", () =>
    Effect.gen(function* () {
      const { id, facts } = (yield* steps).asked.state
      const again = yield* restoreProposal({ id, facts })
      assert.isTrue(isProposal(again))
      assert.strictEqual(again.id, id)
      const [first, ...rest] = facts.cells
      for (const changed of [
        { id, facts: { ...facts, title: "Another" } },
        { id, facts: { ...facts, cells: [{ ...first, count: 999 }, ...rest] } },
        { id: digestOf("another"), facts },
        { id, facts, note: "a field too many" },
      ])
        assert.isTrue(yield* isRefused(restoreProposal(changed)))
    }).pipe(Effect.provide(staff)),
  )

  it.effect("a check, with no other field", () =>
    Effect.gen(function* () {
      const { of, person, on: day } = (yield* steps).checked.state
      const again = yield* restoreCheck({ of, person, on: day })
      assert.isTrue(isOutputCheck(again))
      assert.deepEqual([again.of, again.person, again.on], [of, person, day])
      assert.isTrue(yield* isRefused(restoreCheck({ of, person, on: day, note: "looks fine" })))
    }).pipe(Effect.provide(staff)),
  )

  it.effect("a release, unless it is not the recorded one, or shows a small count", () =>
    Effect.gen(function* () {
      const { table: kept } = (yield* steps).released.state
      const recorded = digestOf(canonicalJson(kept))
      assert.deepEqual<unknown>(yield* restoreReleased({ ...kept }, recorded), kept)
      assert.deepEqual(Object.keys(kept.dimensions[0] ?? {}).sort(), ["categories", "name"])
      const [first, ...rest] = kept.cells
      const small = { ...kept, cells: [{ ...first, count: 4 }, ...rest] }
      const other = { ...kept, title: "Another" }
      for (const [changed, digest] of [
        [small, digestOf(canonicalJson(small))],
        [other, recorded],
        [{ ...kept, note: "a field too many" }, recorded],
      ] as const)
        assert.isTrue(yield* isRefused(restoreReleased(changed, digest)))
      const refusal = yield* Effect.flip(restoreReleased(other, recorded))
      assert.include(JSON.stringify(refusal), "small-cells-suppressed")
    }).pipe(Effect.provide(staff)),
  )
})
