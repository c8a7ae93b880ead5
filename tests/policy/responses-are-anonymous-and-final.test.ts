/** No receipt, no other column of a response and no later step leads to a child. */
import { assert, describe, expect, it } from "@effect/vitest"
import { sql } from "kysely"
import type { ResponseTable } from "../../db/collection/schema.ts"
import type { StoredColumn } from "../../policy/data/asset.ts"
import { seen } from "../../policy/facts/fact.ts"
import { makeReceipt } from "../../policy/response/publishable.ts"
import { keptResponseColumns, responseColumns, unlinkable, unlinkableRow } from "../../policy/response/unlinkable.ts"
import { responsesAreAnonymousAndFinal } from "../../policy/rules/responses-are-anonymous-and-final.ts"
import { arrival } from "../support/arrival.ts"
import { show } from "../support/policy/examples.ts"
import { factsWith, nothingSeen } from "../support/policy/facts.ts"
import { breachesOf } from "../support/policy/fixtures.ts"
import { engines, newSource, opened, rawly } from "../support/store.ts"

const tags = ["responses-are-anonymous-and-final" as const]

describe("does not compile", { tags }, () => {
  it("a receipt with an id, a time or nothing to say; a row with a moment or a lasting key", () => {
    expect(breachesOf("responses-are-anonymous-and-final")).toEqual(
      expect.arrayContaining(["row-id", "time", "no-receipt", "received-at", "longitudinal-key"]),
    )
  })

  it("the receipt that is really sent does, and says one thing", () => {
    expect(JSON.stringify(unlinkable(makeReceipt()))).toBe('{"accepted":true}')
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
    responsesAreAnonymousAndFinal.audit(factsWith({ columns: seen(columns) }))

  it("not checked where no responses could be looked at, upheld by the columns that there are", () => {
    assert.strictEqual(responsesAreAnonymousAndFinal.audit(nothingSeen).status, "not checked")
    assert.strictEqual(verdict([]).status, "not checked")
    assert.strictEqual(verdict(held).status, "upheld")
  })

  it("it is upheld with a table of spent tokens' hashes, which belong to no response", () => {
    const beside: StoredColumn = { store: "collection", table: "token", column: "hash" }
    assert.strictEqual(verdict([...held, beside]).status, "upheld")
    assert.strictEqual(verdict([beside]).status, "not checked")
  })

  it.for(["received_at", "token", "child", "serial"])("broken by a column %s", (column) => {
    const broken = verdict([...held, { store: "collection", table: "response", column }])
    assert.strictEqual(broken.status, "broken")
    assert.include(JSON.stringify(broken), `response.${column}`)
  })

  it("upheld by the columns of what was transferred, and broken by one that leads back to the sealed row", () => {
    const kept = (column: string): StoredColumn => ({ store: "evidence", table: "kept_response", column })
    const transferred = [...held, ...keptResponseColumns.map(kept)]
    assert.strictEqual(verdict(transferred).status, "upheld")
    for (const column of ["key", "nonce", "at", "digest"]) {
      const broken = verdict([...transferred, kept(column)])
      assert.strictEqual(broken.status, "broken")
      assert.include(JSON.stringify(broken), `kept_response.${column}`)
    }
  })

  it("counterexamples", () => {
    expect(show(responsesAreAnonymousAndFinal.examples).wrong).toEqual([])
  })
})
