/** Backs up both stores as they are at one moment: the records to one key, each day's answers to its own, each file read back. */
import { randomBytes } from "node:crypto"
import { mkdirSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { Effect, type Scope } from "effect"
import { isDay, today } from "../../policy/civil-day.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { attempt, settingRefusedOr } from "../attempt.ts"
import { openSqlite } from "../connect.ts"
import type { KeyTrouble } from "../keys/key-trouble.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"
import type { SettingRefused } from "../setting-refused.ts"
import { StoreUnavailable } from "../store-unavailable.ts"
import { lockTransfers, type TransferRunning } from "../transfer-lock.ts"
import { copyOf, daysOf } from "./export-rows.ts"
import { type BackedUp, backedUp, format, type Label } from "./label.ts"
import { FolderTaken, type NotVerified } from "./refusals.ts"
import { type DayDestroyed, keepDayRetentionKey, keepRetentionKey, recordsKeyId } from "./retention-key.ts"
import { draftOf, sealFile } from "./seal-file.ts"

export interface BackupOptions {
  readonly mode: Mode
  readonly dataDir: string
  readonly keys: PrivateKeys
  /** The stores that exist. */
  readonly files: Partial<Record<BackedUp, string>>
  readonly folder: string
  /** Runs after a file is written and before it is read back. */
  readonly beforeReadBack?: (draft: string) => void
}

export type NoBackup = FolderTaken | NotVerified | KeyTrouble | DayDestroyed | SettingRefused | TransferRunning

export const sealedName = (of: BackedUp): string => `${of}.sealed`

/** The answers of one day, sealed to that day's retention key. */
export const dayName = (day: string): string => `day-${day}.sealed`

/** Drafts of an interrupted backup do not count: they are overwritten. */
const isTaken = (folder: string): boolean => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = draftOf("")
  return readdirSync(folder).some((name) => !name.endsWith(draft))
}

/** Opens a snapshot, which does not change while others write to the store. */
const snapshotOf = (file: string): Effect.Effect<DatabaseSync, StoreUnavailable | SettingRefused, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.try({
      try: () => {
        const database = openSqlite(file, true)
        database.exec("begin; select count(*) from sqlite_schema")
        return database
      },
      catch: settingRefusedOr("backups"),
    }),
    (database) => Effect.sync(() => database.close()),
  )

/**
 * The lock keeps transfers out, so that every answer is in one of the two copies. The collection is read first: an
 * answer that moved in between would be in both.
 */
export const backUp = Effect.fn("Backup.backUp")(function* (
  options: BackupOptions,
): Effect.fn.Return<readonly BackedUp[], NoBackup, Scope.Scope> {
  const { mode, dataDir, keys, files, folder, beforeReadBack } = options
  const holds = backedUp.filter((of) => files[of] !== undefined)
  if (holds.length === 0) return yield* new StoreUnavailable({ store: "collection", failure: "absent" })
  if (yield* attempt("backups", () => isTaken(folder))) return yield* new FolderTaken()
  yield* lockTransfers(dataDir)
  const snapshots = yield* Effect.forEach(holds, (of) =>
    Effect.map(snapshotOf(files[of] ?? ""), (database) => ({ of, database })),
  )
  const on = yield* today
  const set = randomBytes(8).toString("hex")
  const days = snapshots.flatMap(({ of, database }) => (of === "evidence" ? daysOf(database) : [])).filter(isDay)
  const records = yield* keepRetentionKey(keys, dataDir, recordsKeyId)
  const common = { format, mode, set, holds: [...holds, ...days] } as const
  const dropFiles = attempt("backups", () => {
    for (const name of [...holds.map(sealedName), ...days.map(dayName)]) rmSync(join(folder, name), { force: true })
  })
  yield* Effect.gen(function* () {
    for (const { of, database } of snapshots) {
      const label: Label = { ...common, of, on, key: records.fingerprint }
      yield* sealFile(join(folder, sealedName(of)), label, records, copyOf(database, "records"), beforeReadBack)
      if (of !== "evidence") continue
      for (const day of days) {
        const key = yield* keepDayRetentionKey(keys, dataDir, day)
        const ofDay: Label = { ...common, of: "day", on: day, key: key.fingerprint }
        yield* sealFile(join(folder, dayName(day)), ofDay, key, copyOf(database, { day }), beforeReadBack)
      }
    }
  }).pipe(Effect.onError(() => Effect.ignore(dropFiles)))
  return holds
})
