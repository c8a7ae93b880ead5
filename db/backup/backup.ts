/** A backup is of both stores at one moment, sealed to the retention key as it is read, and read back before it has a name. */
import { randomBytes } from "node:crypto"
import { mkdirSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { Effect, type Scope } from "effect"
import { today } from "../../policy/civil-day.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { StoreUnavailable, unavailable } from "../collection/store-unavailable.ts"
import { openSqlite, SettingRefused } from "../connect.ts"
import { type KeyTrouble, keyTrouble } from "../keys/key-trouble.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"
import { alone } from "../transfer/alone.ts"
import type { TransferRunning } from "../transfer/refusals.ts"
import { copyOf } from "./copied-rows.ts"
import { type BackedUp, backedUp, type Label } from "./label.ts"
import { FolderTaken, NotVerified } from "./refusals.ts"
import { keepRetentionKey } from "./retention-key.ts"
import { draftOf, sealFile } from "./seal-file.ts"

export interface BackingUp {
  readonly mode: Mode
  readonly dataDir: string
  readonly keys: PrivateKeys
  /** Those that there are. */
  readonly files: Partial<Record<BackedUp, string>>
  readonly folder: string
  /** Comes between writing and reading back. */
  readonly passed?: (draft: string) => void
}

export type NoBackup = FolderTaken | NotVerified | KeyTrouble | SettingRefused | TransferRunning

export const sealedName = (of: BackedUp): string => `${of}.sealed`

const known = (error: unknown): NotVerified | KeyTrouble => (error instanceof NotVerified ? error : keyTrouble(error))

/** What a backup that was cut off left there is no backup, and is written over. */
const taken = (folder: string): boolean => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const drafts = backedUp.map((of) => draftOf(sealedName(of)))
  return readdirSync(folder).some((name) => !drafts.includes(name))
}

/** The moment is the same for as long as it is held, while others go on writing. */
const momentOf = (file: string): Effect.Effect<DatabaseSync, StoreUnavailable | SettingRefused, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.try({
      try: () => {
        const database = openSqlite(file, true)
        database.exec("begin; select count(*) from sqlite_schema")
        return database
      },
      catch: (error) => (error instanceof SettingRefused ? error : unavailable(error)),
    }),
    (database) => Effect.sync(() => database.close()),
  )

/** Without a transfer meanwhile, an answer is in one of both copies; were there one, the collection, read first, has it. */
export const backUp = (backing: BackingUp): Effect.Effect<readonly BackedUp[], NoBackup, Scope.Scope> =>
  Effect.gen(function* () {
    const { mode, dataDir, keys, files, folder, passed } = backing
    const holds = backedUp.filter((of) => files[of] !== undefined)
    if (holds.length === 0) return yield* new StoreUnavailable({ failure: "absent" })
    if (yield* Effect.try({ try: () => taken(folder), catch: unavailable })) return yield* new FolderTaken()
    yield* alone(dataDir)
    const moments = yield* Effect.forEach(holds, (of) =>
      Effect.map(momentOf(files[of] ?? ""), (database) => ({ of, database })),
    )
    const on = yield* today
    const set = randomBytes(8).toString("hex")
    yield* Effect.tryPromise({
      try: async () => {
        const retention = await keepRetentionKey(keys, dataDir)
        const common = { format: "the-big-ask/sealed/1", mode, on, set, holds, key: retention.fingerprint } as const
        try {
          for (const { of, database } of moments) {
            const label: Label = { ...common, of }
            await sealFile(join(folder, sealedName(of)), label, retention, copyOf(database), passed)
          }
        } catch (error) {
          for (const of of holds) rmSync(join(folder, sealedName(of)), { force: true })
          throw error
        }
      },
      catch: known,
    })
    return holds
  })
