/** Stores each response once, and answers a repeat, a bad row and a lost connection each in its own way. */
import { describe, expect, test } from "vitest"
import { arrival, nonceOf } from "../support/arrival.ts"
import { engines, newSource, opened, rawly } from "../support/store.ts"

const expires = "2026-11-29"

describe.each(engines)("append on %s", (engine) => {
  const stored = async () => {
    const source = await newSource(engine)
    const collection = await opened(source)
    const { db } = rawly(source)
    const nonces = async () => {
      const rows = await db.selectFrom("response").select("nonce").execute()
      return rows.map(({ nonce }) => Buffer.from(nonce).toString("hex")).sort()
    }
    return {
      collection,
      db,
      nonces,
      append: (...group: ReturnType<typeof arrival>[]) => collection.append(group, expires),
    }
  }
  const hex = (...ids: string[]) => ids.map((id) => Buffer.from(nonceOf(id)).toString("hex")).sort()

  test("a group is stored completely, and its outcomes are in the order of the group", async () => {
    const { append, nonces } = await stored()
    expect(await append(arrival("a"), arrival("b"), arrival("c"))).toEqual(["stored", "stored", "stored"])
    expect(await nonces()).toEqual(hex("a", "b", "c"))
  })

  test("a retry with the same token is reported as already stored, and the first copy remains", async () => {
    const { append, nonces, db } = await stored()
    const first = arrival("a")
    await append(first)
    expect(await append(arrival("b"), arrival("a"))).toEqual(["stored", "already-stored"])
    expect(await nonces()).toEqual(hex("a", "b"))
    const { ciphertext } = await db
      .selectFrom("response")
      .select("ciphertext")
      .where("nonce", "=", Buffer.from(nonceOf("a")))
      .executeTakeFirstOrThrow()
    expect(Buffer.compare(ciphertext, first.sealed.ciphertext)).toBe(0)
  })

  test("within one group the first response of a repeated token is stored", async () => {
    const { append, nonces } = await stored()
    const again = { ...arrival("b"), hash: arrival("a").hash }
    expect(await append(arrival("a"), again, arrival("c"))).toEqual(["stored", "already-stored", "stored"])
    expect(await nonces()).toEqual(hex("a", "c"))
  })

  test("a bad row is refused alone, and leaves no token behind", async () => {
    const { append, nonces, db } = await stored()
    const bad = arrival("bad", { nonce: new Uint8Array(11) })
    expect(await append(arrival("a"), bad, arrival("b"))).toEqual(["stored", "refused", "stored"])
    expect(await nonces()).toEqual(hex("a", "b"))
    expect(await db.selectFrom("token").selectAll().execute()).toHaveLength(2)
    expect(await append(arrival("bad"))).toEqual(["stored"])
  })

  test.each([
    ["an unknown form", { form: "14-15" as "4-5" }],
    ["a text that is not a day", { day: "yesterday" }],
    ["an instant in place of a day", { day: "2026-11-22T10:00" }],
    ["an encapsulated key of another length", { encapsulated: new Uint8Array(31) }],
    ["an unsealed text", { ciphertext: new TextEncoder().encode('{"answers":{}}') }],
    ["an object that is not bytes", { ciphertext: { length: 528 } as unknown as Uint8Array }],
  ])("the store refuses %s", async (_, change) => {
    const { append, nonces } = await stored()
    expect(await append(arrival("a", change))).toEqual(["refused"])
    expect(await nonces()).toEqual([])
  })

  test("a stored row cannot be changed", async () => {
    const { append, db } = await stored()
    await append(arrival("a"))
    await expect(db.updateTable("response").set({ day: "2026-11-23" }).execute()).rejects.toThrow("final")
    await expect(db.updateTable("token").set({ expires_on: "2099-01-01" }).execute()).rejects.toThrow("final")
    await expect(db.updateTable("deployment").set({ mode: "live" }).execute()).rejects.toThrow("final")
  })

  test("keys do not show the order of arrival", async () => {
    const { append, db } = await stored()
    const ids = Array.from({ length: 64 }, (_, index) => `${index}`)
    for (let at = 0; at < ids.length; at += 8) await append(...ids.slice(at, at + 8).map((id) => arrival(id)))
    const rows = await db.selectFrom("response").select(["key", "nonce"]).orderBy("key").execute()
    const byKey = rows.map(({ nonce }) => Buffer.from(nonce).toString("hex"))
    const came = ids.map((id) => Buffer.from(nonceOf(id)).toString("hex"))
    const followed = byKey.filter((nonce, index) => byKey[index + 1] === came[came.indexOf(nonce) + 1])
    // By chance about one of 63 neighbours follows in order; with a counter or a clock in the key nearly all would.
    expect(followed.length).toBeLessThan(16)
    const bytes = Array.from({ length: 16 }, (_, at) => new Set(rows.map(({ key }) => key[at])).size)
    expect(Math.min(...bytes), "no byte of the key is constant").toBeGreaterThan(16)
  })

  test("a group too large for one statement is stored completely", async () => {
    const { append, nonces } = await stored()
    const group = Array.from({ length: 9_000 }, (_, index) => arrival(`${index}`))
    const outcomes = await append(...group)
    expect(new Set(outcomes)).toEqual(new Set(["stored"]))
    expect(await nonces()).toHaveLength(9_000)
  })

  test("an empty group has no outcomes", async () => {
    const { append } = await stored()
    expect(await append()).toEqual([])
  })
})
