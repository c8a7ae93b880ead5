/** Two people other than the author check an output, both entitled on that day. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { release } from "../../policy/disclosure/release.ts"
import { checkedBy, outputsChecked, outputsGate } from "../../policy/rules/outputs-checked.ts"
import { breachesOf } from "./fixtures.ts"
import { hands, table } from "./release.ts"
import { granted, memberOf, midday, personOf, wholeTeam, within } from "./team.ts"

const tags = ["outputs-checked"] as const
const people = within("always", [...wholeTeam("2021-05-01"), memberOf("evidence-team", {}, 1)])
const today = TestClock.setTime(midday("2021-06-01"))

describe("does not compile", { tags: [...tags] }, () => {
  it("a checker made up on the spot, one checker, none, or one with leave for something else", () => {
    assert.include(breachesOf("evidence-team-only"), "checker-look-alike")
    assert.sameMembers([...breachesOf("outputs-checked")], ["one-checker", "nobody", "somebody-unchecked"])
  })
})

describe("is refused", { tags: [...tags] }, () => {
  it.effect("the author as a checker, in either place", () =>
    Effect.gen(function* () {
      yield* today
      const { checkers } = yield* hands
      for (const author of [personOf("evidence-team"), personOf("evidence-team", 1)]) {
        const refusal = yield* Effect.flip(outputsGate({ author }, checkers))
        assert.include(JSON.stringify(refusal), "other than the author")
      }
    }).pipe(Effect.provide(people)),
  )

  it.effect("the same checker twice, and the release with it", () =>
    Effect.gen(function* () {
      yield* today
      const [first] = (yield* hands).checkers
      const refusal = yield* Effect.flip(outputsGate(table, [first, first]))
      assert.include(JSON.stringify(refusal), "outputs-checked")
      const unreleased = yield* Effect.flip(release(table, { ...(yield* hands), checkers: [first, first] }))
      assert.include(JSON.stringify(unreleased), "outputs-checked")
    }).pipe(Effect.provide(people)),
  )

  it.effect("a checker whose training ran out before the check", () =>
    Effect.gen(function* () {
      yield* today
      const { checkers } = yield* hands
      yield* TestClock.setTime(midday("2022-06-01"))
      assert.strictEqual((yield* Effect.flip(outputsGate(table, checkers)))._tag, "NotGranted")
    }).pipe(Effect.provide(people)),
  )

  it.effect("somebody whose role cannot check", () =>
    Effect.gen(function* () {
      yield* today
      for (const role of ["processor", "dpo", "director-of-evidence"] as const)
        assert.strictEqual((yield* Effect.flip(granted("check-output", role)))._tag, "NotGranted")
    }).pipe(Effect.provide(people)),
  )
})

describe("is let through", { tags: [...tags] }, () => {
  it.effect("two others", () =>
    Effect.gen(function* () {
      yield* today
      yield* outputsGate(table, checkedBy(...(yield* hands).checkers))
    }).pipe(Effect.provide(people)),
  )
})

describe("audit", { tags: [...tags] }, () => {
  it.effect("is not checked while no output has been", () =>
    Effect.map(outputsChecked.audit, ({ status }) => assert.strictEqual(status, "not checked")),
  )
})
