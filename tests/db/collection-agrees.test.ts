/** Both databases accept exactly the days, forms, modes and sealed responses that policy accepts. */
import { Schema } from "effect"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { migrate } from "../../db/collection/migrations/migrate.ts"
import type { ResponseTable } from "../../db/collection/schema.ts"
import { block, nonceLength, tagLength } from "../../db/collection/suite.ts"
import { isDay } from "../../policy/civil-day.ts"
import { type FormId, formIds } from "../../policy/data/form-id.ts"
import { type Mode, modes } from "../../policy/data/mode.ts"
import { engines, newSource, rawly } from "../support/store.ts"

const numRuns = process.env["FULL"] ? 2_000 : 200
const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31)

const goodDays = ["2026-11-22", "2028-02-29", "2099-12-31", "2000-01-01"]
const badDays = [
  ...["2027-02-29", "2027-04-31", "2027-13-01", "2027-00-10", "2027-01-00", "2026-19-39", "1999-12-31", "2100-01-01"],
  ...["2027-4-19", "2027-04-19T10:31:07Z", "2027-04-19 ", " 2027-04-19", "2027-04-19\n", "20270419", "today", "now"],
  ...["infinity", "epoch", "", "2027-04-19'; --"],
]
const days = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...goodDays) },
  { weight: 1, arbitrary: fc.constantFrom(...badDays) },
)
const forms = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<string>(...formIds) },
  { weight: 1, arbitrary: fc.constantFrom("14-15", "", "9-12 ", "EASY-READ-6-8", "easy-read-13-17") },
)
const bytes = (wanted: number) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(wanted) },
    { weight: 1, arbitrary: fc.constantFrom(0, wanted - 1, wanted + 1, 2 * wanted) },
  )
const ciphertexts = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(block + tagLength, 4 * block + tagLength) },
  { weight: 1, arbitrary: fc.constantFrom(0, tagLength, block, block + tagLength - 1, block + tagLength + 1) },
)

const isForm = Schema.is(Schema.Literals(formIds))
const isMode = Schema.is(Schema.Literals(modes))
const isSealedLength = (length: number): boolean => length > tagLength && (length - tagLength) % block === 0

describe.each(engines)("policy and %s", (engine) => {
  const store = async () => {
    const connection = rawly(await newSource(engine))
    await migrate(connection)
    return connection.db
  }
  type Db = Awaited<ReturnType<typeof store>>

  /** Whether the database accepts it; the change is rolled back. */
  const takes = (db: Db, insert: (transaction: Db) => Promise<unknown>): Promise<boolean> => {
    const undone = new Error("undone")
    return db
      .transaction()
      .execute(async (transaction) => {
        await insert(transaction as Db)
        throw undone
      })
      .catch((error) => error === undone)
  }

  test("agree on a response before and after the collection closes", {
    tags: ["responses-are-anonymous-and-final", "collection-window", "web-server-emptied-at-close"],
  }, async () => {
    const db = await store()
    const seen = { taken: 0, refused: 0 }
    const row = fc.record({
      day: days,
      form: forms,
      key: bytes(16),
      encapsulated: bytes(32),
      nonce: bytes(nonceLength),
      ciphertext: ciphertexts,
      closing: fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    })
    await fc.assert(
      fc.asyncProperty(row, async ({ day, form, closing, ...lengths }) => {
        const { key, encapsulated, nonce, ciphertext } = lengths
        const right =
          !closing &&
          isDay(day) &&
          isForm(form) &&
          key === 16 &&
          encapsulated === 32 &&
          nonce === nonceLength &&
          isSealedLength(ciphertext)
        const response: ResponseTable = {
          day,
          form: form as FormId,
          key: new Uint8Array(key),
          encapsulated: new Uint8Array(encapsulated),
          nonce: new Uint8Array(nonce),
          ciphertext: new Uint8Array(ciphertext),
        }
        const taken = await takes(db, async (trial) => {
          if (closing) await trial.insertInto("closing").values({ id: 1, since: "2027-05-20" }).execute()
          await trial.insertInto("response").values(response).execute()
        })
        expect(taken, JSON.stringify({ day, form, closing, ...lengths })).toBe(right)
        seen[right ? "taken" : "refused"] += 1
      }),
      { numRuns, seed },
    )
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(numRuns / 10)
  })

  test("agree on each day on which a token may expire", async () => {
    const db = await store()
    for (const expires_on of [...goodDays, ...badDays]) {
      const token = { hash: new Uint8Array(32), expires_on }
      const taken = await takes(db, (trial) => trial.insertInto("token").values(token).execute())
      expect(taken, expires_on).toBe(isDay(expires_on))
    }
  })

  test("agree on each day on which a collection may begin to close", {
    tags: ["web-server-emptied-at-close"],
  }, async () => {
    const db = await store()
    for (const since of [...goodDays, ...badDays]) {
      const taken = await takes(db, (trial) => trial.insertInto("closing").values({ id: 1, since }).execute())
      expect(taken, since).toBe(isDay(since))
    }
    expect(
      await takes(db, (trial) => trial.insertInto("closing").values({ id: 2, since: "2027-05-20" }).execute()),
    ).toBe(false)
  })

  test("agree on each day that may be shut, after which only its responses are refused", {
    tags: ["web-server-emptied-at-close"],
  }, async () => {
    const db = await store()
    for (const day of [...goodDays, ...badDays]) {
      const taken = await takes(db, (trial) => trial.insertInto("shut_day").values({ day }).execute())
      expect(taken, day).toBe(isDay(day))
    }
    const response = (day: string): ResponseTable => ({
      ...{ day, form: "9-12", key: new Uint8Array(16), encapsulated: new Uint8Array(32) },
      ...{ nonce: new Uint8Array(nonceLength), ciphertext: new Uint8Array(block + tagLength) },
    })
    for (const [day, right] of [
      ["2027-05-19", true],
      ["2027-05-20", false],
    ] as const) {
      const taken = await takes(db, async (trial) => {
        await trial.insertInto("shut_day").values({ day: "2027-05-20" }).execute()
        await trial.insertInto("response").values(response(day)).execute()
      })
      expect(taken, day).toBe(right)
    }
  })

  test("agree on each mode", async () => {
    const db = await store()
    for (const mode of [...modes, "test", "", "LIVE"] as Mode[]) {
      const taken = await takes(db, (trial) => trial.insertInto("deployment").values({ id: 1, mode }).execute())
      expect(taken, mode).toBe(isMode(mode))
    }
  })
})
