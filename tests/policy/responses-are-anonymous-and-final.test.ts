/** Nothing that is given back, kept beside a response, or done to it afterwards leads to a child. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { sql } from "kysely"
import type { ResponseTable } from "../../db/collection/schema.ts"
import { type StoredColumn, StoredColumns } from "../../policy/evidence/stored-columns.ts"
import { Receipt } from "../../policy/publishable.ts"
import {
  keptResponseColumns,
  responseColumns,
  responsesAreAnonymousAndFinal,
  unlinkable,
  unlinkableRow,
} from "../../policy/rules/responses-are-anonymous-and-final.ts"
import { arrival } from "../support/arrival.ts"
import { engines, newSource, opened, rawly } from "../support/store.ts"
import { show } from "./examples.ts"
import { breachesOf } from "./fixtures.ts"

const tags = ["responses-are-anonymous-and-final" as const]

describe("does not compile", { tags }, () => {
  it("a receipt with an id, a time or nothing to say; a row with a moment or a lasting key", () => {
    expect(breachesOf("responses-are-anonymous-and-final")).toEqual(
      expect.arrayContaining(["row-id", "time", "no-receipt", "received-at", "longitudinal-key"]),
    )
  })

  it("the receipt that is really sent does, and says one thing", () => {
    expect(JSON.stringify(unlinkable(Receipt.of()))).toBe('{"accepted":true}')
  })

  it("the row that is really kept does", () => {
    const kept = (row: ResponseTable) => unlinkableRow(row)
    expect(kept).toBeTypeOf("function")
  })
})

describe.each(engines)("is refused by %s", { tags }, (engine) => {
  const stored = async () => {
    const source = await newSource(engine)
    const collection = await opened(source)
    const outcomes = await collection.append([arrival("a"), arrival("b"), arrival("c")], "2026-11-29")
    expect(outcomes).toEqual(["stored", "stored", "stored"])
    return rawly(source).db
  }

  it.each(["form = '4-5'", "day = '2026-11-23'", "ciphertext = ciphertext", "key = nonce"])(
    "an update: %s",
    async (set) => {
      const db = await stored()
      await expect(sql`update response set ${sql.raw(set)}`.execute(db)).rejects.toThrow("a response is final")
    },
  )

  it("a moment in place of a day", async () => {
    const db = await stored()
    const [row] = await db.selectFrom("response").selectAll().execute()
    if (row === undefined) return assert.fail("nothing was stored")
    const moment = { ...row, key: new Uint8Array(16), day: "2026-11-22T10:31:07Z" }
    await expect(db.insertInto("response").values(moment).execute()).rejects.toThrow()
  })

  it("nothing tells in what order they came: keys are random, and no column counts", async () => {
    const db = await stored()
    const rows = await db.selectFrom("response").selectAll().execute()
    expect(new Set(rows.map(({ key }) => Buffer.from(key).toString("hex"))).size).toBe(3)
    expect(rows.every(({ key }) => key.length === 16)).toBe(true)
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual([...responseColumns].sort())
    const hidden = engine === "sqlite" ? sql`select rowid from response` : sql`select oid from response`
    await expect(hidden.execute(db)).rejects.toThrow()
  })
})

describe("audit", { tags }, () => {
  const held = responseColumns.map((column): StoredColumn => ({ store: "collection", table: "response", column }))
  const verdict = (columns: readonly StoredColumn[]) =>
    responsesAreAnonymousAndFinal.audit.pipe(Effect.provide(Layer.succeed(StoredColumns, columns)))

  it.effect("not checked where no responses could be looked at, upheld by the columns that there are", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* responsesAreAnonymousAndFinal.audit).status, "not checked")
      assert.strictEqual((yield* verdict([])).status, "not checked")
      assert.strictEqual((yield* verdict(held)).status, "upheld")
    }),
  )

  it.effect("upheld beside a table of the spent tokens' hashes, which are of no response", () =>
    Effect.gen(function* () {
      const beside: StoredColumn = { store: "collection", table: "token", column: "hash" }
      assert.strictEqual((yield* verdict([...held, beside])).status, "upheld")
      assert.strictEqual((yield* verdict([beside])).status, "not checked")
    }),
  )

  it.effect.each(["received_at", "token", "child", "serial"])("broken by a column %s", (column) =>
    Effect.gen(function* () {
      const broken = yield* verdict([...held, { store: "collection", table: "response", column }])
      assert.strictEqual(broken.status, "broken")
      assert.include(JSON.stringify(broken), `response.${column}`)
    }),
  )

  it.effect("upheld by the columns of what was transferred, and broken by one that leads back to the sealed row", () =>
    Effect.gen(function* () {
      const kept = (column: string): StoredColumn => ({ store: "evidence", table: "kept_response", column })
      const transferred = [...held, ...keptResponseColumns.map(kept)]
      assert.strictEqual((yield* verdict(transferred)).status, "upheld")
      for (const column of ["key", "nonce", "at", "digest"]) {
        const broken = yield* verdict([...transferred, kept(column)])
        assert.strictEqual(broken.status, "broken")
        assert.include(JSON.stringify(broken), `kept_response.${column}`)
      }
    }),
  )

  it("counterexamples", () => {
    expect(show(responsesAreAnonymousAndFinal.examples).wrong).toEqual([])
  })
})
