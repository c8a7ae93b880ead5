/** Makes one real deployment with transferred and sealed answers, once, and copies it for each tampering. */
import { cpSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { openCollection } from "../../../db/collection/collection.ts"
import { openEvidence } from "../../../db/evidence/evidence.ts"
import { checkAndKeepLedger } from "../../../db/evidence/ledger-anchor.ts"
import { dayOf, daysAfter } from "../../../db/keys/civil-day.ts"
import { keepPair } from "../../../db/keys/key-pair.ts"
import { keysInFolder } from "../../../db/keys/private-keys.ts"
import { transfer } from "../../../db/transfer/transfer.ts"
import {
  collectionFile,
  collectionSource,
  evidenceSource,
  type StorageSettings,
} from "../../../src/deployment/storage.ts"
import { memberOf } from "../policy/team.ts"
import { newFolder } from "../store.ts"
import { stubbed } from "../stub-detector.ts"
import { append, matchedSamples } from "../transfer.ts"

/** All six forms are among the first of these samples. */
const transferred = 90
const sealed = 12

export interface Deployment {
  readonly storage: StorageSettings
  readonly today: string
  /** A day that is transferred for good. */
  readonly finished: string
  /** The collection and the private key as they were before the transfer. */
  readonly before: { readonly collection: string; readonly key: string }
}

const storageIn = (dataDir: string, evidenceUrl?: string): StorageSettings => ({
  mode: "rehearsal",
  dataDir,
  databaseUrl: undefined,
  ...(evidenceUrl && { evidenceUrl }),
})

export const privateKeyOf = ({ dataDir }: StorageSettings, day: string): string =>
  join(dataDir, "keys", "private", `${day}.key`)

/** `folder` holds it and what an attacker could have kept of earlier days. */
export const makeDeployment = async (folder: string, evidenceUrl?: string): Promise<Deployment> => {
  const storage = storageIn(join(folder, "data"), evidenceUrl)
  mkdirSync(storage.dataDir, { mode: 0o700 })
  const { dataDir, mode } = storage
  const keys = keysInFolder(dataDir)
  const today = dayOf(Date.now())
  const finished = daysAfter(today, -2)
  const before = { collection: join(folder, "collection.sqlite"), key: join(folder, "day.key") }
  const open = openCollection(collectionSource(storage), mode)
  const samples = matchedSamples(transferred + sealed, 11)
  const receive = Effect.fn(function* (day: string, from: number, count: number) {
    const collection = yield* open
    const publicKey = yield* keepPair(keys, dataDir, day)
    yield* Effect.promise(() => append(collection, samples.slice(from, from + count), day, publicKey))
  }, Effect.scoped)
  const run = Effect.gen(function* () {
    yield* receive(finished, 0, transferred)
    cpSync(collectionFile(dataDir), before.collection)
    cpSync(privateKeyOf(storage, finished), before.key)
    yield* Effect.gen(function* () {
      const collection = yield* open
      const evidence = yield* openEvidence({ source: evidenceSource(storage), mode })
      yield* transfer({ collection, evidence, mode, dataDir, keys, progress: () => Effect.void, detector: stubbed })
      for (const at of [0, 1]) {
        const member = memberOf("evidence-team", {}, at)
        yield* evidence.keepMember(member)
      }
      yield* checkAndKeepLedger(evidence, dataDir)
    }).pipe(Effect.scoped)
    yield* receive(today, transferred, sealed)
  })
  await Effect.runPromise(run)
  return { storage, today, finished, before }
}

/** On PostgreSQL the copy of its database is at `evidenceUrl`. */
export const copyOf = (deployment: Deployment, evidenceUrl?: string): Deployment => {
  const dataDir = newFolder()
  cpSync(deployment.storage.dataDir, dataDir, { recursive: true, preserveTimestamps: true })
  return { ...deployment, storage: storageIn(dataDir, evidenceUrl) }
}
