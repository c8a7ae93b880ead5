/** Nothing is reviewed early or late, nothing overdue is read, nothing is kept longer without reasons and a new date. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { today, yearsAfter } from "../../policy/civil-day.ts"
import { confirmErased } from "../../policy/custody/destroyed.ts"
import {
  destroy,
  destroyOverdue,
  extend,
  type RetentionState,
  restoreRetention,
  retain,
  stateOn,
  stepsDue,
} from "../../policy/custody/retention.ts"
import { isUnlocked, unlock } from "../../policy/custody/unlock.ts"
import { seen } from "../../policy/facts/fact.ts"
import { retentionReviewedAfterTwoYears } from "../../policy/rules/retention-reviewed-after-two-years.ts"
import { at, due, everyone, goneOf, overdue, reasons } from "../support/policy/custody.ts"
import { show } from "../support/policy/examples.ts"
import { factsToday, nothingSeen } from "../support/policy/facts.ts"
import { breachesOf } from "../support/policy/fixtures.ts"
import { day, digest, granted } from "../support/policy/team.ts"

const tags = ["retention-reviewed-after-two-years" as const]
const of = day("2027-04-20")
const on = "2029-04-20"

describe("does not compile", { tags }, () => {
  it("an extension without reasons, a state out of turn, destruction early or unproved, a state made by hand", () => {
    expect(breachesOf("retention-reviewed-after-two-years")).toEqual(
      expect.arrayContaining([
        "no-necessity",
        "no-proportionality",
        "empty-necessity",
        "no-date",
        "extended-unreviewed",
        "extended-overdue",
        "extended-destroyed",
        "destroyed-early",
        "destroyed-unscanned",
        "made-by-hand",
      ]),
    )
  })
})

describe("the calendar", { tags }, () => {
  it.each([
    ["2027-04-20", 2, "2029-04-20"],
    ["2028-02-29", 2, "2030-02-28"],
    ["2028-02-29", 4, "2032-02-29"],
    ["2026-02-28", 2, "2028-02-28"],
    ["2027-12-31", 2, "2029-12-31"],
    ["2030-03-01", 2, "2032-03-01"],
  ] as const)("%s and %i years is %s", (from, years, to) => {
    expect(yearsAfter(day(from), years)).toBe(to)
  })

  const edges = [
    ["2027-04-20", "2029-04-19T22:59:59.999Z", "active", "one millisecond before London's midnight, in summer time"],
    ["2027-04-20", "2029-04-19T23:00:00.000Z", "review-due", "London's midnight, while it is still the 19th in UTC"],
    ["2027-04-20", "2029-04-20T12:00:00.000Z", "review-due", "noon of the day"],
    ["2027-04-20", "2029-05-19T22:59:59.999Z", "review-due", "the last millisecond of the review"],
    ["2027-04-20", "2029-05-19T23:00:00.000Z", "review-overdue", "thirty days on"],
    ["2027-04-20", "2049-01-01T00:00:00.000Z", "review-overdue", "twenty years on"],
    ["2028-02-29", "2030-02-27T23:59:59.999Z", "active", "a leap day, the day before 28 February, in winter time"],
    ["2028-02-29", "2030-02-28T00:00:00.000Z", "review-due", "a leap day, on 28 February"],
    ["2027-03-28", "2029-03-27T22:59:59.999Z", "active", "the day on which summer time began, one millisecond early"],
    ["2027-03-28", "2029-03-27T23:00:00.000Z", "review-due", "the day on which summer time began, two years on"],
  ] as const
  it.effect.each(edges)("responses of %s, at %s: %s (%s)", ([given, instant, expected]) =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.parse(instant))
      assert.strictEqual(stateOn(retain(day(given)), yield* today).state, expected)
    }),
  )

  it.effect("walked hour by hour for three years, each step comes in its hour and none comes twice", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.parse("2027-04-20T11:00:00Z"))
      let state: RetentionState = retain(of)
      const seen: string[] = []
      for (let hour = 0; hour < 3 * 366 * 24; hour++) {
        yield* TestClock.adjust("1 hour")
        const steps = stepsDue(state, yield* today)
        state = steps.at(-1)?.state ?? state
        const instant = new Date(Date.parse("2027-04-20T12:00:00Z") + hour * 3_600_000).toISOString()
        seen.push(...steps.map(({ record }) => `${instant} ${record.kind}`))
      }
      assert.deepStrictEqual(seen, [
        "2029-04-19T23:00:00.000Z review-fell-due",
        "2029-05-19T23:00:00.000Z review-overdue",
      ])
    }),
  )

  it("a clock put back undoes nothing, and a state long unseen goes through every step", () => {
    expect(stateOn(due(of), day("2029-04-19")).state).toBe("review-due")
    expect(stepsDue(retain(of), day("2030-01-01")).map(({ record }) => record.kind)).toEqual([
      "review-fell-due",
      "review-overdue",
    ])
  })
})

const extended = (until: string, necessity: string = reasons.necessity) =>
  Effect.gen(function* () {
    const capability = yield* granted("extend-retention", "head-of-data-science")
    const second = yield* granted("extend-retention", "director-of-evidence")
    return yield* extend(capability, second, due(of), { ...reasons, necessity, until })
  })

describe("is refused", { tags }, () => {
  it.effect("reading while a review is overdue or after destruction, however the state was last kept", () =>
    Effect.gen(function* () {
      yield* at("2029-05-20")
      const capability = yield* granted("read-responses", "evidence-team")
      for (const state of [retain(of), due(of), overdue(of)]) {
        const refusal = yield* Effect.flip(unlock(capability, state))
        assert.deepInclude(refusal, { _tag: "ReadsLocked", because: "review-overdue" })
      }
      const { state: destroyed } = yield* destroyOverdue(overdue(of), yield* goneOf(of))
      assert.deepInclude(yield* Effect.flip(unlock(capability, destroyed)), { because: "destroyed" })
    }).pipe(Effect.provide(everyone("2029-05-01"))),
  )

  it.effect("but not before, and each reading is recorded by power, role and day", () =>
    Effect.gen(function* () {
      yield* at(on)
      const capability = yield* granted("read-responses", "evidence-team")
      const { state, record } = yield* unlock(capability, due(of))
      assert.isTrue(isUnlocked(state))
      assert.deepStrictEqual(record, {
        kind: "responses-read",
        body: { power: "read-responses", role: "evidence-team", of, purpose: "childhood-commission" },
      })
    }).pipe(Effect.provide(everyone(on))),
  )

  const dates = [
    ["today", on],
    ["yesterday", "2029-04-19"],
    ["a day that does not exist", "2030-02-29"],
    ["more than two years on", "2031-04-21"],
    ["for ever", "2999-01-01"],
  ] as const
  it.effect.each(dates)("an extension until %s (%s)", ([, until]) =>
    Effect.gen(function* () {
      yield* at(on)
      const refusal = yield* Effect.flip(extended(until))
      assert.deepInclude(refusal, { _tag: "RuleViolation", rule: "retention-reviewed-after-two-years" })
    }).pipe(Effect.provide(everyone(on))),
  )

  it.effect.each(["2029-04-23", "2029-04-25"])("an extension decided on 25 April, until %s", (until) =>
    Effect.gen(function* () {
      yield* at("2029-04-25")
      assert.strictEqual((yield* Effect.flip(extended(until)))._tag, "RuleViolation")
      assert.strictEqual((yield* extended("2029-04-26")).state.state, "extended")
    }).pipe(Effect.provide(everyone("2029-04-25"))),
  )

  it.effect.each(["", "  ", "—", "1.", "x".repeat(501), "one\ntwo"])("an extension whose reason is %j", (necessity) =>
    Effect.gen(function* () {
      yield* at(on)
      assert.strictEqual((yield* Effect.flip(extended("2030-04-20", necessity)))._tag, "RuleViolation")
    }).pipe(Effect.provide(everyone(on))),
  )

  it.effect("an extension decided too late, of a state that nobody has looked at since", () =>
    Effect.gen(function* () {
      yield* at("2029-05-20")
      assert.strictEqual((yield* Effect.flip(extended("2030-04-20")))._tag, "RuleViolation")
    }).pipe(Effect.provide(everyone("2029-05-01"))),
  )

  it.effect("an extension, under a clock put back, to the very day on which the review fell due", () =>
    Effect.gen(function* () {
      yield* at("2029-04-19")
      assert.strictEqual((yield* Effect.flip(extended(on)))._tag, "RuleViolation")
      assert.strictEqual((yield* extended("2029-04-21")).state.state, "extended")
    }).pipe(Effect.provide(everyone("2029-04-19"))),
  )

  it.effect("destruction by one person alone, of another day, or with something left", () =>
    Effect.gen(function* () {
      yield* at(on)
      const one = yield* granted("destroy-data", "head-of-data-science")
      const other = yield* granted("destroy-data", "director-of-evidence")
      const gone = yield* goneOf(of)
      assert.strictEqual((yield* Effect.flip(destroy(one, one, due(of), gone)))._tag, "RuleViolation")
      const another = yield* goneOf(day("2027-04-21"))
      assert.strictEqual((yield* Effect.flip(destroy(one, other, due(of), another)))._tag, "RuleViolation")
      assert.strictEqual((yield* Effect.flip(destroyOverdue(overdue(of), another)))._tag, "RuleViolation")
      const found = { of, residue: "found", scan: digest("scan") } as unknown as Parameters<typeof confirmErased>[0]
      assert.strictEqual((yield* Effect.flip(confirmErased(found)))._tag, "RuleViolation")
    }).pipe(Effect.provide(everyone(on))),
  )
})

describe("is let through", { tags }, () => {
  it.effect("an extension, recorded without its words, reviewed again on its date", () =>
    Effect.gen(function* () {
      yield* at(on)
      const { state, record } = yield* extended("2031-04-20")
      assert.deepStrictEqual(stateOn(state, day("2031-04-19")), state)
      assert.strictEqual(stateOn(state, day("2031-04-20")).state, "review-due")
      assert.strictEqual(stateOn(state, day("2031-05-20")).state, "review-overdue")
      assert.notInclude(JSON.stringify(record), "Trends")
      assert.strictEqual(record.kind, "retention-extended")
    }).pipe(Effect.provide(everyone(on))),
  )

  it.effect("destruction by two supervisors, with a certificate that says whether the host's is there", () =>
    Effect.gen(function* () {
      yield* at(on)
      const one = yield* granted("destroy-data", "head-of-data-science")
      const other = yield* granted("destroy-data", "director-of-evidence")
      const { state } = yield* destroy(one, other, due(of), yield* goneOf(of))
      assert.deepStrictEqual(state.facts.certificate, {
        on: day(on),
        by: "head-of-data-science",
        scan: digest(`scan of ${of}`),
        host: "missing",
      })
      const attested = yield* confirmErased({ of, residue: "none", scan: digest("s"), host: digest("certificate") })
      const { state: certified } = yield* destroyOverdue(overdue(of), attested)
      assert.deepInclude(certified.facts.certificate, { by: "clock", host: digest("certificate") })
    }).pipe(Effect.provide(everyone(on))),
  )

  const kept = ({ state, facts }: RetentionState, change: object) => ({ state, facts: { ...facts, ...change } })

  it.effect("a state read back from a store as it was kept, and none with a field more or a fact less", () =>
    Effect.gen(function* () {
      yield* at(on)
      const { state: longer } = yield* extended("2031-04-20")
      const { state: gone } = yield* destroyOverdue(overdue(of), yield* goneOf(of))
      for (const state of [retain(of), due(of), overdue(of), longer, gone]) {
        const read = yield* restoreRetention(JSON.parse(JSON.stringify(state)))
        assert.deepStrictEqual(read, state)
        yield* Effect.flip(restoreRetention({ ...state, more: 1 }))
        yield* Effect.flip(restoreRetention({ ...state, facts: { ...state.facts, of: "2027-02-29" } }))
        yield* Effect.flip(restoreRetention({ ...state, state: "kept" }))
        assert.isTrue(Object.isFrozen(state))
      }
      for (const early of [of, "2027-04-19"]) {
        yield* Effect.flip(restoreRetention(kept(retain(of), { dueOn: early })))
        yield* Effect.flip(restoreRetention(kept(due(of), { dueOn: early, decideBefore: "2029-05-20" })))
        yield* Effect.flip(restoreRetention(kept(longer, { dueOn: early })))
      }
      for (const early of [on, "2029-04-19"]) {
        yield* Effect.flip(restoreRetention(kept(due(of), { decideBefore: early })))
        yield* Effect.flip(restoreRetention(kept(longer, { until: early })))
      }
    }).pipe(Effect.provide(everyone(on))),
  )
})

describe("audit", { tags }, () => {
  const verdict = (states: readonly RetentionState[]) =>
    Effect.gen(function* () {
      yield* at("2029-05-20")
      return retentionReviewedAfterTwoYears.audit(yield* factsToday({ retentions: seen(states) }))
    })

  it.effect("not checked where nothing is kept yet", () =>
    Effect.gen(function* () {
      assert.strictEqual(retentionReviewedAfterTwoYears.audit(nothingSeen).status, "not checked")
      assert.strictEqual((yield* verdict([])).status, "not checked")
    }),
  )

  it.effect("upheld while within two years or under review; a missing certificate of the host is named", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* verdict([retain(day("2027-05-20")), retain(day("2027-05-21"))])).status, "upheld")
      const { state } = yield* destroyOverdue(overdue(of), yield* goneOf(of))
      const told = yield* verdict([state])
      assert.strictEqual(told.status, "upheld")
      assert.include(JSON.stringify(told), "certificate for 2027-04-20 is missing")
    }),
  )

  it.effect("broken by a day whose review is overdue", () =>
    Effect.gen(function* () {
      const late = yield* verdict([retain(day("2027-05-21")), retain(of)])
      assert.strictEqual(late.status, "broken")
      assert.include(JSON.stringify(late), "2027-04-20")
    }),
  )

  it("counterexamples", () => {
    expect(show(retentionReviewedAfterTwoYears.examples).wrong).toEqual([])
  })
})
