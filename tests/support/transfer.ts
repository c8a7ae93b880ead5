/** Two stores and a folder of keys, with answers of all six forms sealed as the service seals them, ready to be transferred. */
import { createHash, randomUUID } from "node:crypto"
import { Effect, Exit, Scope } from "effect"
import { batchesOf } from "../../db/backup/day-batches.ts"
import { readRetentionKey } from "../../db/backup/retention-key.ts"
import { openCollection } from "../../db/collection/collection.ts"
import type { CollectionTables } from "../../db/collection/schema.ts"
import { sealGroup } from "../../db/collection/seal.ts"
import { type Connection, connect, type Source } from "../../db/connect.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { canonicalKept, canonicalResponse } from "../../db/evidence/kept-response.ts"
import type { EvidenceTables } from "../../db/evidence/schema.ts"
import { councils, postcodes, schools } from "../../db/geography/made-up.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { keepKey } from "../../db/keys/key-file.ts"
import { keysInFolder } from "../../db/keys/private-keys.ts"
import type { Passed } from "../../db/transfer/passed.ts"
import { type Transferred, transfer } from "../../db/transfer/transfer.ts"
import { isDay } from "../../policy/civil-day.ts"
import type { Matched } from "../../policy/stage.ts"
import { forms } from "../../surveys/forms.ts"
import { submissions } from "../../surveys/sampling/submissions.ts"
import { newKeyPair } from "./arrival.ts"
import { newEvidenceSource } from "./evidence.ts"
import { keptOf } from "./kept.ts"
import { type Engine, newFolder, newSource, type opened } from "./store.ts"

const places = {
  schools: schools.map(({ code }) => code),
  councils: councils.map(({ code }) => code),
  postcodes: [...postcodes.keys()],
}

/** As the door would match them. */
export const matchedSamples = (count: number, seed: number): readonly Matched[] => {
  const from = submissions(forms, places, seed)
  return Array.from({ length: count }, () => {
    const kept = keptOf(JSON.stringify(from.next().value))?.kept
    if (kept === undefined) throw new Error("a sample was refused")
    return JSON.parse(kept) as Matched
  })
}

export interface Ready {
  readonly collection: Source
  readonly evidence: Source
  readonly dataDir: string
  /** Days whose keys are known to be gone for good. */
  readonly lost?: readonly string[]
  /** Canonical, with their day, in order. */
  readonly sent: readonly string[]
}

export const ready = async (
  engine: Engine,
  answers: Readonly<Record<string, readonly Matched[]>>,
): Promise<Ready & { readonly publicKeys: Readonly<Record<string, Uint8Array>> }> => {
  const source = await newSource(engine)
  const dataDir = newFolder()
  const evidence = await newEvidenceSource(engine)
  const scope = await Effect.runPromise(Scope.make())
  const collection = await Effect.runPromise(openCollection(source, "rehearsal").pipe(Scope.provide(scope)))
  const publicKeys: Record<string, Uint8Array> = {}
  const sent: string[] = []
  for (const [day, group] of Object.entries(answers)) {
    const { publicKey, privateKey } = await newKeyPair()
    publicKeys[day] = publicKey
    keepKey(privateKeyFile(dataDir, day), privateKey)
    for (let at = 0; at < group.length; at += 7) await append(collection, group.slice(at, at + 7), day, publicKey)
    sent.push(...group.map((response) => canonicalResponse({ ...response, day })))
  }
  await Effect.runPromise(Scope.close(scope, Exit.void))
  // Some tests look into it before anything has been transferred.
  await Effect.runPromise(Effect.scoped(openEvidence({ source: evidence, mode: "rehearsal" })))
  return { collection: source, evidence, dataDir, sent: sent.sort(), publicKeys }
}

export const append = async (
  collection: Awaited<ReturnType<typeof opened>>,
  group: readonly Matched[],
  day: string,
  publicKey: Uint8Array,
) => {
  const { sealed } = await sealGroup(group, day, publicKey)
  const hash = () => createHash("sha256").update(randomUUID()).digest()
  return collection.append(
    sealed.map((row) => ({ hash: hash(), sealed: row })),
    "2099-01-01",
  )
}

const unseen: Passed = () => Effect.void

/** As the command does it: the stores are opened, all of it is done, and they are closed. */
export const transferring = (
  { collection, evidence, dataDir, lost = [] }: Ready,
  passed: Passed = unseen,
  scope?: Parameters<typeof transfer>[1],
  atATime = 1_000,
): Effect.Effect<Transferred, Error> =>
  Effect.gen(function* () {
    const from = yield* openCollection(collection, "rehearsal")
    const to = yield* openEvidence({ source: evidence, mode: "rehearsal" })
    return yield* transfer(
      {
        collection: from,
        evidence: to,
        mode: "rehearsal",
        dataDir,
        keys: keysInFolder(dataDir),
        lost,
        passed,
        atATime,
      },
      scope,
    )
  }).pipe(Effect.scoped)

export const done = (...args: Parameters<typeof transferring>): Promise<Transferred> =>
  Effect.runPromise(transferring(...args))

/** A look past the store's own code, over a connection that is closed again: PostgreSQL has few. */
const looking = async <D, A>(source: Source, look: (db: Connection<D>["db"]) => Promise<A>): Promise<A> => {
  const { db } = connect<D>(source)
  try {
    return await look(db)
  } finally {
    await db.destroy()
  }
}

/** What the evidence store holds, canonical and in order. */
export const received = ({ evidence }: Ready): Promise<readonly string[]> =>
  looking<EvidenceTables, readonly string[]>(evidence, async (db) => {
    const words = await db.selectFrom("quarantine").selectAll().execute()
    const rows = await db.selectFrom("kept_response").selectAll().execute()
    return rows
      .map((response) =>
        canonicalKept({ response, words: words.filter((each) => Buffer.compare(each.response, response.id) === 0) }),
      )
      .sort()
  })

export const leftIn = ({ collection }: Pick<Ready, "collection">): Promise<number> =>
  looking<CollectionTables, number>(
    collection,
    async (db) => (await db.selectFrom("response").select("key").execute()).length,
  )

/** What the sealed files of these days hold, each response once, canonical and in order. */
export const backedUp = async ({ dataDir }: Pick<Ready, "dataDir">, days: readonly string[]) => {
  const retention = await readRetentionKey(keysInFolder(dataDir))
  const held = new Map<string, string>()
  if (retention === undefined) return []
  for (const day of days.filter(isDay))
    for await (const batch of batchesOf({ dataDir, retention }, day))
      for (const each of batch.responses) held.set(each.response.id.toHex(), canonicalKept(each))
  return [...held.values()].sort()
}

export const certificates = ({ evidence }: Ready) =>
  looking<EvidenceTables, readonly { readonly of: string; readonly responses: number }[]>(evidence, async (db) => {
    const rows = await db.selectFrom("ledger").selectAll().where("kind", "=", "day-transferred").execute()
    return rows.map(({ body }) => JSON.parse(body))
  })
