/** Makes two stores and a folder of keys, with sealed answers of all six forms ready for a transfer. */
import { createHash, randomUUID } from "node:crypto"
import { Effect, Exit, Scope } from "effect"
import { batchFiles, readBatch } from "../../db/backup/day-batches.ts"
import { dayRetentionKeyId, readRetentionKey } from "../../db/backup/retention-key.ts"
import { openCollection } from "../../db/collection/collection.ts"
import type { CollectionTables } from "../../db/collection/schema.ts"
import { sealGroup } from "../../db/collection/seal.ts"
import { type Connection, connect, type Source } from "../../db/connect.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { canonicalKept, canonicalResponse } from "../../db/evidence/kept-response.ts"
import type { EvidenceTables } from "../../db/evidence/schema.ts"
import type { ReadDetector } from "../../db/free-text/scan-waiting.ts"
import { councils, postcodes, schools } from "../../db/geography/made-up.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { keepKey } from "../../db/keys/key-file.ts"
import { keysInFolder } from "../../db/keys/private-keys.ts"
import type { ReportProgress } from "../../db/transfer/progress.ts"
import { type Transferred, transfer } from "../../db/transfer/transfer.ts"
import { isDay } from "../../policy/civil-day.ts"
import type { Matched } from "../../policy/response/stage.ts"
import { forms } from "../../surveys/forms.ts"
import { submissions } from "../../surveys/sampling/submissions.ts"
import { newKeyPair } from "./arrival.ts"
import { newEvidenceSource } from "./evidence.ts"
import { keptOf } from "./expected-row.ts"
import { allRows, type Engine, newFolder, newSource, type opened } from "./store.ts"
import { stubbed } from "./stub-detector.ts"

const places = {
  schools: schools.map(({ code }) => code),
  councils: councils.map(({ code }) => code),
  postcodes: [...postcodes.keys()],
}

/** Samples as they are after matching. */
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
  /** Days whose keys are declared lost. */
  readonly lost?: readonly string[]
  /** The canonical responses with their day, sorted. */
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
  // Some tests read the store before the first transfer.
  await Effect.runPromise(Effect.scoped(openEvidence({ source: evidence, mode: "rehearsal" })))
  return { collection: source, evidence, dataDir, sent: sent.sort(), publicKeys }
}

export const append = async (
  collection: Awaited<ReturnType<typeof opened>>,
  group: readonly Matched[],
  day: string,
  publicKey: Uint8Array,
) => {
  const { sealed } = sealGroup(group, day, publicKey)
  const hash = () => createHash("sha256").update(randomUUID()).digest()
  return collection.append(
    sealed.map((row) => ({ hash: hash(), sealed: row })),
    "2099-01-01",
  )
}

const unseen: ReportProgress = () => Effect.void

/** Opens both stores, transfers, and closes them, as the command does. */
export const transferring = (
  { collection, evidence, dataDir, lost = [] }: Ready,
  progress: ReportProgress = unseen,
  scope?: Parameters<typeof transfer>[1],
  batchSize = 1_000,
  detector: ReadDetector = stubbed,
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
        progress,
        detector,
        batchSize,
      },
      scope,
    )
  }).pipe(Effect.scoped)

export const done = (...args: Parameters<typeof transferring>): Promise<Transferred> =>
  Effect.runPromise(transferring(...args))

/** Reads past the store's own code and closes the connection again: PostgreSQL has few. */
const looking = async <D, A>(source: Source, look: (db: Connection<D>["db"]) => Promise<A>): Promise<A> => {
  const { db } = connect<D>(source)
  try {
    return await look(db)
  } finally {
    await db.destroy()
  }
}

/** The canonical responses in the evidence store, sorted. */
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
    async (db) => (await allRows({ db, dialect: collection.dialect })).length,
  )

/** The canonical responses in the sealed files of these days, each once, sorted. */
export const backedUp = async ({ dataDir }: Pick<Ready, "dataDir">, days: readonly string[]) => {
  const responses = new Map<string, string>()
  for (const day of days.filter(isDay)) {
    const retention = await Effect.runPromise(readRetentionKey(keysInFolder(dataDir), dayRetentionKeyId(day)))
    if (retention === undefined) continue
    for (const file of batchFiles(dataDir, day)) {
      const batch = await Effect.runPromise(readBatch(retention, day, file))
      for (const each of batch.responses) responses.set(each.response.id.toHex(), canonicalKept(each))
    }
  }
  return [...responses.values()].sort()
}

export const certificates = ({ evidence }: Ready) =>
  looking<EvidenceTables, readonly { readonly of: string; readonly responses: number }[]>(evidence, async (db) => {
    const rows = await db.selectFrom("ledger").selectAll().where("kind", "=", "day-transferred").execute()
    return rows.map(({ body }) => JSON.parse(body))
  })
