/** Once a window is stored, either database refuses a response of any day outside it, and takes the first and the last day. */
import { Effect } from "effect"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { connect } from "../../db/connect.ts"
import { newKeyPair } from "../support/arrival.ts"
import { engines, newSource, opened } from "../support/store.ts"
import { append, matchedSamples } from "../support/transfer.ts"

const tags = ["collection-window" as const]

describe.each(engines)("on %s", { tags }, (engine) => {
  test("a response before the first day or after the last one is refused by the database", async () => {
    const source = await newSource(engine)
    const collection = await opened(source)
    const { publicKey } = await newKeyPair()
    const samples = matchedSamples(6, 3)
    let sent = 0
    const on = (day: string) => append(collection, samples.slice(sent, ++sent), day, publicKey)
    expect(await on("2027-01-01"), "before any window is stored").toEqual(["stored"])
    await Effect.runPromise(collection.keepWindow({ opens: "2027-04-19", closes: "2027-05-19" }))
    expect([await on("2027-04-18"), await on("2027-05-20")]).toEqual([["refused"], ["refused"]])
    expect([await on("2027-04-19"), await on("2027-05-19")]).toEqual([["stored"], ["stored"]])
    await Effect.runPromise(collection.keepWindow({ opens: "2027-04-19", closes: "2027-05-18" }))
    expect(await on("2027-05-19"), "after an earlier last day was declared").toEqual(["refused"])
    const { db } = connect<never>(source)
    await expect(sql`delete from collection_window`.execute(db)).rejects.toThrow()
    await db.destroy()
  })
})
