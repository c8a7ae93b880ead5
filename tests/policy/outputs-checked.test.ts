/** Two people other than the author check an output, both entitled on that day. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { seen } from "../../policy/facts/fact.ts"
import { outputsGate } from "../../policy/release/checker-gate.ts"
import { checkOutput } from "../../policy/release/output-check.ts"
import { release } from "../../policy/release/release.ts"
import type { Releases } from "../../policy/release/released-tables.ts"
import { outputsChecked } from "../../policy/rules/outputs-checked.ts"
import { declaredFor } from "../support/policy/declared.ts"
import { factsWith, nothingSeen } from "../support/policy/facts.ts"
import { breachesOf } from "../support/policy/fixtures.ts"
import { author, counted, draftOf, hands, proposed, releaseOf, staff, table } from "../support/policy/release.ts"
import { digest, granted, midday, personOf } from "../support/policy/team.ts"

const tags = ["outputs-checked"] as const
const today = TestClock.setTime(midday("2021-06-01"))
const refusal = <A, E, R>(work: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.flip(work), (error) => JSON.stringify(error))

describe("does not compile", { tags: [...tags] }, () => {
  it("a check made up on the spot, one check, none, or one by somebody with leave for something else", () => {
    assert.include(breachesOf("evidence-team-only"), "checker-look-alike")
    assert.sameMembers([...breachesOf("outputs-checked")], ["one-checker", "nobody", "somebody-unchecked"])
  })
})

describe("is refused", { tags: [...tags] }, () => {
  it.effect("the author as a checker, in either place", () =>
    Effect.gen(function* () {
      yield* today
      const proposal = yield* proposed()
      const own = yield* granted("check-output", "evidence-team", 9)
      const [first] = (yield* hands(proposal)).checks
      for (const earlier of [[], [first]])
        assert.include(yield* refusal(checkOutput(own, proposal, earlier)), "other than the author")
      for (const people of [
        [author, first.person],
        [first.person, author],
      ])
        assert.include(
          yield* refusal(outputsGate({ author, checks: people.map((person) => ({ person })) })),
          "other than the author",
        )
    }).pipe(Effect.provide(staff)),
  )

  it.effect("the same checker twice, and the release with it", () =>
    Effect.gen(function* () {
      yield* today
      const proposal = yield* proposed()
      const given = yield* hands(proposal)
      const [first] = given.checks
      const again = yield* granted("check-output", "evidence-team")
      assert.include(yield* refusal(checkOutput(again, proposal, [first])), "a second person")
      assert.include(yield* refusal(outputsGate({ author, checks: [first, first] })), "outputs-checked")
      assert.include(yield* refusal(outputsGate({ author, checks: [first] })), "outputs-checked")
      assert.include(yield* refusal(release(proposal, { ...given, checks: [first, first] })), "outputs-checked")
    }).pipe(Effect.provide(staff)),
  )

  it.effect("checks of another table, and checks that nobody made", () =>
    Effect.gen(function* () {
      yield* today
      const [one, other] = [yield* proposed(), yield* proposed(draftOf({ ...counted, title: "Another" }))]
      const [given, { checks }] = [yield* hands(one), yield* hands(other)]
      assert.include(yield* refusal(release(one, { ...given, checks })), "this very table")
      const [first, second] = given.checks
      const copy = Object.assign({}, second) as typeof second
      assert.include(yield* refusal(release(one, { ...given, checks: [first, copy] })), "this very table")
    }).pipe(Effect.provide(staff)),
  )

  it.effect("a checker whose training ran out before the check", () =>
    Effect.gen(function* () {
      yield* today
      const proposal = yield* proposed()
      const may = yield* granted("check-output", "evidence-team")
      yield* TestClock.setTime(midday("2022-06-01"))
      assert.strictEqual((yield* Effect.flip(checkOutput(may, proposal, [])))._tag, "NotGranted")
    }).pipe(Effect.provide(staff)),
  )

  it.effect("somebody whose role cannot check", () =>
    Effect.gen(function* () {
      yield* today
      for (const role of ["processor", "dpo", "director-of-evidence"] as const)
        assert.strictEqual((yield* Effect.flip(granted("check-output", role)))._tag, "NotGranted")
    }).pipe(Effect.provide(staff)),
  )
})

describe("is let through", { tags: [...tags] }, () => {
  it.effect("two others", () =>
    Effect.gen(function* () {
      yield* today
      yield* outputsGate({ author, checks: (yield* hands(yield* proposed())).checks })
    }).pipe(Effect.provide(staff)),
  )
})

describe("audit", { tags: [...tags] }, () => {
  const auditOf = (releases: Partial<Releases>) =>
    outputsChecked.audit(
      factsWith({ releases: seen({ tables: [], widenings: [], declared: declaredFor([table]), ...releases }) }),
    )

  it("is not checked where no check can be read, or no table is released", () => {
    assert.strictEqual(outputsChecked.audit(nothingSeen).status, "not checked")
    assert.strictEqual(auditOf({ tables: [] }).status, "not checked")
  })

  it.effect("tells who checked and when, and is broken by a check that is missing, or the author's, or too late", () =>
    Effect.gen(function* () {
      yield* today
      const kept = yield* releaseOf()
      const on = (tables: Releases["tables"]) => auditOf({ tables })
      const upheld = on([kept])
      assert.strictEqual(upheld.status, "upheld")
      for (const number of [0, 1])
        assert.include(JSON.stringify(upheld), `${personOf("evidence-team", number)} on 2021-06-01`)
      const [first] = kept.checks
      if (first === undefined) return assert.fail("there is no check")
      const late = Object.assign({}, first, { person: personOf("evidence-team", 5), on: "2021-06-02" }) as typeof first
      const own = Object.assign({}, first, { person: author }) as typeof first
      const elsewhere = Object.assign({}, first, {
        person: personOf("evidence-team", 6),
        of: digest("x"),
      }) as typeof first
      for (const checks of [[], [first], [first, first], [first, own], [first, late], [first, elsewhere]])
        assert.strictEqual(on([{ ...kept, checks }]).status, "broken")
    }).pipe(Effect.provide(staff)),
  )
})
