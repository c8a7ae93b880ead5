/** A store belongs to the keys with which its identity is kept: a lost or exchanged one is refused, and nothing is made in its place. */
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { openCollection } from "../../db/collection/collection.ts"
import type { Source } from "../../db/connect.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { identityFile, prepareIdentity, readIdentity, settleIdentity } from "../../db/identity-file.ts"
import { arrival } from "../support/arrival.ts"
import { newEvidenceSource } from "../support/evidence.ts"
import { engines, newFolder, newSource } from "../support/store.ts"

const stores = {
  collection: {
    open: (source: Source) => Effect.asVoid(openCollection(source, "rehearsal")),
    make: newSource,
  },
  evidence: {
    open: (source: Source) => Effect.asVoid(openEvidence({ source, mode: "rehearsal" })),
    make: newEvidenceSource,
  },
} as const

const cases = engines.flatMap((engine) => (["collection", "evidence"] as const).map((store) => ({ engine, store })))

describe.each(cases)("the $store on $engine", ({ engine, store }) => {
  const { open, make } = stores[store]
  const place = async (dataDir = newFolder()) => {
    const source = { ...(await make(engine)), identity: { file: identityFile(dataDir, store), settles: true } }
    return { dataDir, source }
  }
  const opens = (source: Source) => Effect.runPromise(Effect.scoped(open(source)))
  const refused = (source: Source) => Effect.runPromise(Effect.flip(Effect.scoped(open(source))))

  test("gets an identity once, which is kept with the keys", async () => {
    const { dataDir, source } = await place()
    await opens(source)
    const known = readIdentity(identityFile(dataDir, store), false)
    expect(known?.settled).toHaveLength(16)
    expect(known?.draft).toBeUndefined()
    await opens(source)
    expect(readIdentity(identityFile(dataDir, store), false)).toEqual(known)
  })

  test("is refused under the keys of another deployment, by an error that names it", async () => {
    const [one, other] = [await place(), await place()]
    await opens(one.source)
    await opens(other.source)
    const mixed = { ...one.source, identity: other.source.identity }
    const error = await refused(mixed)
    expect(error).toMatchObject({ _tag: "StoreForeign", store })
    expect(error.message).toContain(store)
    expect(await refused({ ...mixed, readOnly: true })).toMatchObject({ _tag: "StoreForeign" })
    const nobody = { ...one.source, identity: { file: identityFile(newFolder(), store), settles: true } }
    expect(await refused(nobody)).toMatchObject({ _tag: "StoreForeign" })
  })

  test("is not made again where the one that belongs to the keys is gone", async () => {
    const [lost, empty] = [await place(), await place()]
    await opens(lost.source)
    const source: Source = { ...empty.source, identity: lost.source.identity }
    expect(await refused(source)).toMatchObject({ _tag: "StoreGone", store })
    expect(await refused({ ...source, readOnly: true })).toMatchObject({ _tag: "StoreGone", store })
    if (source.dialect === "sqlite") expect(existsSync(source.file)).toBe(false)
  })

  test("that was claimed just before an interruption is recognised by its draft", async () => {
    const { dataDir, source } = await place()
    const file = identityFile(dataDir, store)
    prepareIdentity(file)
    const unsettled = { ...source, identity: { file, settles: false } }
    await opens(unsettled)
    expect(readdirSync(join(dataDir, "keys"))).toEqual([`${store}.id.new`])
    await opens(unsettled)
    settleIdentity(file)
    await opens(unsettled)
    expect(readdirSync(join(dataDir, "keys"))).toEqual([`${store}.id`])
  })
})

test("a response is not acknowledged while the file of the collection is not in its place", async () => {
  const source = await newSource("sqlite")
  const file = source.dialect === "sqlite" ? source.file : ""
  await Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const collection = yield* openCollection(source, "rehearsal")
        const come = (id: string) => Effect.promise(() => collection.append([arrival(id)], "2026-11-29"))
        expect(yield* come("a")).toEqual(["stored"])
        renameSync(file, `${file}.elsewhere`)
        expect(yield* come("b")).toEqual(["unavailable"])
        expect(collection.isInPlace()).toBe(false)
        renameSync(`${file}.elsewhere`, file)
        expect(yield* come("b")).toEqual(["stored"])
        renameSync(`${file}-wal`, `${file}-wal.elsewhere`)
        expect(yield* come("c"), "its log was moved").toEqual(["unavailable"])
        renameSync(`${file}-wal.elsewhere`, `${file}-wal`)
        expect(yield* come("c")).toEqual(["stored"])
        rmSync(file)
        expect(yield* come("d")).toEqual(["unavailable"])
      }),
    ),
  )
})
