/** The window opens and closes on London's calendar, and nothing moves it. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"
import { sql } from "kysely"
import type { Closing } from "../../db/collection/emptying.ts"
import { collectionFacts } from "../../db/collection/facts.ts"
import { registersLayer } from "../../db/geography/registers.ts"
import { StoreUnavailable } from "../../db/store-unavailable.ts"
import { closeByClock } from "../../policy/custody/collection.ts"
import { seen, unseen } from "../../policy/facts/fact.ts"
import { parameters } from "../../policy/parameters.ts"
import { admit } from "../../policy/response/admit.ts"
import { collectionWindow } from "../../policy/rules/collection-window.ts"
import { CollectionWindow, openToday, type Window } from "../../policy/window.ts"
import { formOf } from "../../surveys/forms.ts"
import { arrival } from "../support/arrival.ts"
import { at, everyone, opened } from "../support/policy/custody.ts"
import { factsWith } from "../support/policy/facts.ts"
import { breachesOf } from "../support/policy/fixtures.ts"
import { day as onDay } from "../support/policy/team.ts"
import { atEnd, engines, newSource, opened as openStore, rawly } from "../support/store.ts"

const tags = ["collection-window"] as const
const announced: Window = parameters.collectionWindow.value
const within = (window: Window | "always") => Layer.succeed(CollectionWindow, window)

const stateAt = (instant: string) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(Date.parse(instant))
    const gate = yield* Effect.result(openToday)
    return `${Result.isSuccess(gate) ? gate.success : gate.failure.state}`
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
      assert.isTrue(Result.isFailure(yield* Effect.result(openToday)))
      yield* TestClock.adjust(1)
      assert.strictEqual(yield* openToday, "2027-01-10")
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
      assert.strictEqual(yield* openToday, "2031-07-01")
    }).pipe(Effect.provide(within("always"))),
  )
})

describe("does not compile", { tags: [...tags] }, () => {
  it("a day of receipt from the sender, or one not checked against the window", () => {
    expect(breachesOf("collection-window").toSorted()).toEqual(["day-of-any-clock", "day-of-the-sender"])
  })
})

/** The first day after the window, on which the collection begins to close by itself. */
const closing: Effect.Effect<Closing> = Effect.gen(function* () {
  const { state } = yield* opened
  yield* at("2027-05-20")
  const step = yield* closeByClock(state)
  return step === undefined ? yield* Effect.die("it did not begin to close") : step.state
}).pipe(Effect.provide(Layer.mergeAll(everyone("2027-05-20"), TestClock.layer())))

describe.each(engines)("is refused by %s", { tags: [...tags, "web-server-emptied-at-close"] }, (engine) => {
  const closed = async () => {
    const source = await newSource(engine)
    const collection = await openStore(source)
    expect(await collection.append([arrival("in time")], "2027-05-26")).toEqual(["stored"])
    await Effect.runPromise(collection.beginClosing(await Effect.runPromise(closing)))
    const { db } = rawly(source)
    const held = () => db.selectFrom("response").select("nonce").execute()
    return { source, collection, db, held }
  }

  it("a response by SQL once the collection closes, whatever its day", async () => {
    const { db, held } = await closed()
    const [row] = await db.selectFrom("response").selectAll().execute()
    if (row === undefined) return assert.fail("nothing was stored")
    for (const day of ["2027-04-19", "2027-05-19", "2027-05-20"]) {
      const late = { ...row, key: new Uint8Array(16), day }
      await expect(db.insertInto("response").values(late).execute()).rejects.toThrow("the collection is closing")
    }
    expect(await held()).toHaveLength(1)
  })

  it("a response by the writer's own way, which keeps no token of it either; one sent again was there before", async () => {
    const { collection, db, held } = await closed()
    const group = [arrival("late"), arrival("in time"), arrival("later")]
    expect(await collection.append(group, "2027-05-27")).toEqual(["refused", "already-stored", "refused"])
    expect(await held()).toHaveLength(1)
    expect(await db.selectFrom("token").selectAll().execute()).toHaveLength(1)
  })

  it("opening again, by any change to the mark", async () => {
    const { source, collection, db } = await closed()
    await expect(db.updateTable("closing").set({ since: "2028-05-20" }).execute()).rejects.toThrow("final")
    await expect(db.deleteFrom("closing").execute()).rejects.toThrow("final")
    if (engine === "postgres") await expect(sql`truncate closing`.execute(db)).rejects.toThrow("final")
    await Effect.runPromise(collection.beginClosing(await Effect.runPromise(closing)))
    const again = await openStore(source)
    expect(await again.append([arrival("late")], "2027-05-27")).toEqual(["refused"])
    expect(await db.selectFrom("closing").selectAll().execute()).toEqual([{ id: 1, since: "2027-05-20" }])
  })
})

it("the mark waits for what PostgreSQL is taking, and then no more slips in", { tags: [...tags] }, async () => {
  const source = await newSource("postgres")
  const collection = await openStore(source)
  const { db } = rawly(source)
  const { hash: _, sealed } = arrival("on its way")
  const taking = await db.startTransaction().execute()
  atEnd(() => (taking.isCommitted ? undefined : taking.rollback().execute()))
  await taking
    .insertInto("response")
    .values({ ...sealed, key: new Uint8Array(16) })
    .execute()
  let marked = false
  const marking = Effect.runPromise(collection.beginClosing(await Effect.runPromise(closing))).then(() => {
    marked = true
  })
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(marked, "while a response is on its way").toBe(false)
  await taking.commit().execute()
  await marking
  expect(await db.selectFrom("response").select("form").execute()).toHaveLength(1)
  expect(await collection.append([arrival("late")], "2027-05-27")).toEqual(["refused"])
})

describe("audit", { tags: [...tags] }, () => {
  const window: Window = { opens: "2027-04-19", closes: "2027-05-19" }
  const verdict = (days?: readonly string[], open: Window | "always" = window) =>
    collectionWindow.audit(
      factsWith({
        today: seen(onDay("2027-05-20")),
        window: seen(open),
        daysOfReceipt: days === undefined ? unseen("no collection is here") : seen(days),
      }),
    )

  it("not checked in a rehearsal, where no collection is open, and before the first answer", () => {
    for (const given of [verdict(), verdict([]), verdict(["2027-04-19"], "always")])
      assert.strictEqual(given.status, "not checked")
  })

  it("upheld when the first and the last receipt are days of the window", () => {
    const observed = "first receipt on 2027-04-19, last on 2027-05-19; the window is 2027-04-19 to 2027-05-19"
    assert.deepStrictEqual(verdict(["2027-05-19", "2027-04-19", "2027-05-01"]), { status: "upheld", observed })
    assert.strictEqual(verdict(["2027-05-01"]).status, "upheld")
  })

  it.each(["2027-04-18", "2027-05-20", "2026-05-01"])("broken by an answer of %s", (day) => {
    const broken = verdict(["2027-04-19", day])
    assert.strictEqual(broken.status, "broken")
    assert.include(JSON.stringify(broken), day)
  })

  it("of a real collection: each day that it holds a response of, once", async () => {
    const collection = await openStore(await newSource("sqlite"))
    const ofDay = (day: string, id: string) => arrival(id, { day })
    const audit = async (read: Parameters<typeof collectionFacts>[0] = collection) =>
      collectionWindow.audit(
        factsWith({
          today: seen(onDay("2027-05-20")),
          window: seen(window),
          ...(await Effect.runPromise(collectionFacts(read))),
        }),
      )
    expect(await audit()).toMatchObject({ status: "not checked" })
    await collection.append([ofDay("2027-04-20", "a"), ofDay("2027-04-20", "b")], "2027-04-27")
    expect(await audit()).toMatchObject({ status: "upheld" })
    await collection.append([ofDay("2027-05-20", "c")], "2027-05-27")
    expect(await audit()).toMatchObject({ status: "broken" })
    const unread = {
      ...collection,
      counts: Effect.fail(new StoreUnavailable({ store: "collection", failure: "unreachable" })),
    }
    expect(await audit(unread)).toEqual({ status: "not checked", because: "the days of receipt could not be read" })
  })
})
