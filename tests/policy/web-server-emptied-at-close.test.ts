/** A collection is opened, closing and closed in that order and once, and closed only when nothing is left. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { closeCollection } from "../../policy/custody/close-collection.ts"
import {
  type CollectionState,
  closeByClock,
  closeEarly,
  closeRehearsal,
  foundOpen,
  notOpen,
  openCollection,
  restoreCollection,
} from "../../policy/custody/collection.ts"
import { confirmEmptied, type Emptied, isEmptied } from "../../policy/custody/emptied.ts"
import { seen } from "../../policy/facts/fact.ts"
import type { Facts } from "../../policy/facts/facts.ts"
import { webServerEmptiedAtClose } from "../../policy/rules/web-server-emptied-at-close.ts"
import { at, collectionFacts, emptied, everyone, opened, window } from "../support/policy/custody.ts"
import { show } from "../support/policy/examples.ts"
import { nothingSeen } from "../support/policy/facts.ts"
import { breachesOf } from "../support/policy/fixtures.ts"
import { day, granted } from "../support/policy/team.ts"

const tags = ["web-server-emptied-at-close" as const]

/** Closing by the clock, on the first day after the window. */
const closing = Effect.gen(function* () {
  const { state } = yield* opened
  yield* at("2027-05-20")
  const step = yield* closeByClock(state)
  return step === undefined ? yield* Effect.die("it did not begin to close") : step.state
})

describe("does not compile", { tags }, () => {
  it("opening again, closing at once, closing without a scan, an extract while closing", () => {
    expect(breachesOf("web-server-emptied-at-close")).toEqual(
      expect.arrayContaining(["reopened", "closed-at-once", "unscanned", "extract-while-closing"]),
    )
  })
})

describe("is refused", { tags }, () => {
  it.effect.each(["2027-04-18", "2027-05-20"])("opening on %s, outside the window", (on) =>
    Effect.gen(function* () {
      yield* at(on)
      assert.strictEqual((yield* Effect.flip(openCollection(notOpen())))._tag, "WindowClosed")
    }).pipe(Effect.provide(everyone(on))),
  )

  it.effect("beginning to close by the clock while the window lasts, to its last millisecond", () =>
    Effect.gen(function* () {
      const { state } = yield* opened
      yield* TestClock.setTime(Date.parse("2027-05-19T22:59:59.999Z"))
      assert.isUndefined(yield* closeByClock(state))
      yield* TestClock.adjust(1)
      assert.deepStrictEqual((yield* closeByClock(state))?.record.body, { on: day("2027-05-20"), by: "clock" })
    }).pipe(Effect.provide(everyone("2027-05-01"))),
  )

  it.effect.each(["2027-04-18", "2027-05-20"])("answers of %s, outside the window, as a sign that it was open", (on) =>
    Effect.gen(function* () {
      assert.strictEqual((yield* Effect.flip(foundOpen(notOpen(), day(on))))._tag, "WindowClosed")
    }).pipe(Effect.provide(everyone(on))),
  )

  it.effect("closing early by anyone but a supervisor", () =>
    Effect.gen(function* () {
      yield* at("2027-05-01")
      for (const role of ["evidence-team", "processor", "dpo", "senior-information-risk-owner"] as const)
        assert.strictEqual((yield* Effect.flip(granted("close-collection", role))).because, "not-for-this-role")
    }).pipe(Effect.provide(everyone("2027-05-01"))),
  )

  it.effect("a store declared empty without confirmation", () =>
    Effect.gen(function* () {
      const confirmed = yield* emptied
      const copy = { ...confirmed } as unknown as Emptied
      assert.isFalse(isEmptied(copy))
      const refusal = yield* Effect.flip(closeCollection(yield* closing, [], copy))
      assert.deepInclude(refusal, { _tag: "RuleViolation", rule: "web-server-emptied-at-close" })
      for (const custody of Object.values(webServerEmptiedAtClose.examples?.refuses ?? {}))
        yield* Effect.flip(confirmEmptied(custody as Parameters<typeof confirmEmptied>[0]))
    }).pipe(Effect.provide(everyone("2027-05-20"))),
  )
})

describe("is let through", { tags }, () => {
  it.effect("each state in turn, with the record of it, and read back as it was kept", () =>
    Effect.gen(function* () {
      const open = (yield* opened).state
      const begun = yield* closing
      const { state: closed, record } = yield* closeCollection(begun, [], yield* emptied)
      assert.deepInclude(record, { kind: "collection-closed" })
      for (const state of [notOpen(), open, begun, closed]) {
        const read = yield* restoreCollection(JSON.parse(JSON.stringify(state)))
        assert.deepStrictEqual(read, state)
        yield* Effect.flip(restoreCollection({ ...state, facts: { ...state.facts, reopened: true } }))
      }
      yield* Effect.flip(restoreCollection({ state: "closed", facts: begun.facts }))
    }).pipe(Effect.provide(everyone("2027-05-20"))),
  )

  it.effect("closing early, by a supervisor", () =>
    Effect.gen(function* () {
      const { state } = yield* opened
      const { record } = yield* closeEarly(yield* granted("close-collection", "director-of-evidence"), state)
      assert.deepStrictEqual(record.body, { on: day("2027-04-19"), by: "director-of-evidence" })
    }).pipe(Effect.provide(everyone("2027-04-19"))),
  )

  it.effect("that it was open, found by the first day of its answers, and the end of a rehearsal", () =>
    Effect.gen(function* () {
      yield* at("2027-05-20")
      const { state, record } = yield* foundOpen(notOpen(), day("2027-04-20"))
      assert.deepStrictEqual(record, { kind: "collection-opened", body: { on: day("2027-04-20") } })
      assert.deepStrictEqual(yield* restoreCollection(JSON.parse(JSON.stringify(state))), state)
      const ended = yield* closeRehearsal("rehearsal", state)
      const body = { on: day("2027-05-20"), by: "rehearsal" } as const
      assert.deepStrictEqual(ended.record, { kind: "collection-closing", body })
      assert.deepStrictEqual(ended.state.facts.openedOn, day("2027-04-20"))
    }).pipe(Effect.provide(everyone("2027-05-20"))),
  )
})

describe("audit", { tags }, () => {
  const verdict = (state: CollectionState, on: string, lost: Facts["lostKeys"] = seen([])) =>
    Effect.gen(function* () {
      yield* at(on)
      return webServerEmptiedAtClose.audit({ ...(yield* collectionFacts(state)), lostKeys: lost })
    })

  it.effect("not checked without a transfer, before opening, while open and in the week of closing", () =>
    Effect.gen(function* () {
      assert.strictEqual(webServerEmptiedAtClose.audit(nothingSeen).status, "not checked")
      assert.strictEqual((yield* verdict(notOpen(), "2027-04-01")).status, "not checked")
      assert.strictEqual((yield* verdict((yield* opened).state, window.closes)).status, "not checked")
      assert.strictEqual((yield* verdict(yield* closing, "2027-05-27")).status, "not checked")
    }).pipe(Effect.provide(everyone("2027-05-20"))),
  )

  it.effect("broken when the window has ended and nothing closes, and when closing takes more than a week", () =>
    Effect.gen(function* () {
      const { state } = yield* opened
      assert.strictEqual((yield* verdict(state, "2027-05-20")).status, "broken")
      assert.strictEqual((yield* verdict(yield* closing, "2027-05-28")).status, "broken")
    }).pipe(Effect.provide(everyone("2027-05-20"))),
  )

  it.effect("broken while a private key is lost, and not when none is", () =>
    Effect.gen(function* () {
      const { state } = yield* closeCollection(yield* closing, [], yield* emptied)
      const withLost = (lost: readonly string[]) => verdict(state, "2027-05-30", seen(lost))
      const broken = yield* withLost(["2027-05-31"])
      assert.strictEqual(broken.status, "broken")
      assert.include(JSON.stringify(broken), "2027-05-31")
      assert.strictEqual((yield* withLost([])).status, "upheld")
    }).pipe(Effect.provide(everyone("2027-05-20"))),
  )

  it.effect("upheld once closed", () =>
    Effect.gen(function* () {
      const { state } = yield* closeCollection(yield* closing, [], yield* emptied)
      assert.strictEqual((yield* verdict(state, "2027-05-30")).status, "upheld")
    }).pipe(Effect.provide(everyone("2027-05-20"))),
  )

  it("counterexamples", () => {
    expect(show(webServerEmptiedAtClose.examples).wrong).toEqual([])
  })
})
