/** The window opens and closes on London's calendar, and nothing moves it. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"
import { registersLayer } from "../../db/geography/registers.ts"
import { admit } from "../../policy/admit.ts"
import { parameters } from "../../policy/parameters.ts"
import { collectionWindow, windowGate } from "../../policy/rules/collection-window.ts"
import { CollectionWindow, type Window } from "../../policy/window.ts"
import { formOf } from "../../surveys/forms.ts"

const tags = ["collection-window"] as const
const announced: Window = parameters.collectionWindow.value
const within = (window: Window | "always") => Layer.succeed(CollectionWindow, window)

const stateAt = (instant: string) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(Date.parse(instant))
    const gate = yield* Effect.result(windowGate)
    return Result.isSuccess(gate) ? gate.success : gate.failure.state
  }).pipe(Effect.provide(within(announced)))

describe("is refused", { tags: [...tags] }, () => {
  const edges = [
    ["2021-04-18T22:59:59.999Z", "not-open-yet", "one millisecond before midnight in London, which keeps summer time"],
    ["2021-04-18T23:00:00.000Z", "2021-04-19", "midnight in London, while it is still the 18th in UTC"],
    ["2021-04-18T23:30:00.000Z", "2021-04-19", "half past midnight in London"],
    ["2021-05-19T22:59:59.999Z", "2021-05-19", "the last millisecond of the last day"],
    ["2021-05-19T23:00:00.000Z", "closed", "the first millisecond after it"],
  ] as const
  for (const [instant, expected, what] of edges)
    it.effect(`${what}: ${expected}`, () =>
      Effect.map(stateAt(instant), (state) => assert.strictEqual(state, expected)),
    )

  it.effect("a winter window follows Greenwich time", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.parse("2027-01-09T23:59:59.999Z"))
      assert.isTrue(Result.isFailure(yield* Effect.result(windowGate)))
      yield* TestClock.adjust(1)
      assert.strictEqual(yield* windowGate, "2027-01-10")
    }).pipe(Effect.provide(within({ opens: "2027-01-10", closes: "2027-01-10" }))),
  )

  it.effect("nothing is admitted before or after, whatever it holds", () =>
    Effect.gen(function* () {
      for (const instant of ["2021-04-18T12:00:00Z", "2021-05-20T12:00:00Z"]) {
        yield* TestClock.setTime(Date.parse(instant))
        const refusal = yield* Effect.flip(admit(formOf("9-12"), {}))
        assert.strictEqual(refusal._tag, "WindowClosed")
      }
    }).pipe(Effect.provide(Layer.mergeAll(within(announced), registersLayer))),
  )

  it.effect("a rehearsal is always open, on its own day", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.parse("2031-07-01T12:00:00Z"))
      assert.strictEqual(yield* windowGate, "2031-07-01")
    }).pipe(Effect.provide(within("always"))),
  )
})

describe("audit", { tags: [...tags] }, () => {
  it.effect("is not checked until the collection's counts can be read", () =>
    Effect.gen(function* () {
      for (const window of [announced, "always"] as const) {
        const verdict = yield* Effect.provide(collectionWindow.audit, within(window))
        assert.strictEqual(verdict.status, "not checked")
      }
    }),
  )
})
