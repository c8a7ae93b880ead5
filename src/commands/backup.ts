/** Backs up both stores at one moment into a new folder, sealed and read back, without printing any of their contents. */
import { existsSync } from "node:fs"
import { Console, Effect } from "effect"
import { Command } from "effect/cli"
import { backUp } from "../../db/backup/backup.ts"
import { endFormerKey } from "../../db/backup/end-former-key.ts"
import type { BackedUp } from "../../db/backup/label.ts"
import { openCollection } from "../../db/collection/collection.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { Settings } from "../deployment/settings.ts"
import {
  collectionFile,
  collectionSource,
  evidenceFile,
  evidenceSource,
  type StorageSettings,
} from "../deployment/storage.ts"
import { typedPath } from "./typed-path.ts"
import { ownerOnly, switchFlag, textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const useDump = (store: string): string =>
  `The ${store} is in PostgreSQL and was not backed up. Back it up with pg_dump: see docs/operate.md.`

/** The files that exist; opening them refuses a store of the other mode. */
const storeFiles = Effect.fn("Backup.storeFiles")(function* (storage: StorageSettings) {
  const { mode, dataDir, databaseUrl, evidenceUrl } = storage
  const files: Partial<Record<BackedUp, string>> = {}
  if (databaseUrl === undefined && existsSync(collectionFile(dataDir))) {
    yield* openCollection({ ...collectionSource(storage), readOnly: true }, mode)
    files.collection = collectionFile(dataDir)
  }
  if (evidenceUrl === undefined && existsSync(evidenceFile(dataDir))) {
    yield* openEvidence({ source: { ...evidenceSource(storage), readOnly: true }, mode })
    files.evidence = evidenceFile(dataDir)
  }
  return files
}, Effect.scoped)

export const backup = Command.make(
  "backup",
  {
    to: textFlag("to", "FOLDER", "A new folder for the backup"),
    endOldKey: switchFlag(
      "end-old-key",
      "Then destroy the one key of an earlier version, and with it every older backup",
    ),
  },
  Effect.fn("ask.backup")(function* ({ to, endOldKey }) {
    const { storage } = yield* Settings
    const { mode, dataDir, databaseUrl, evidenceUrl } = storage
    yield* ownerOnly
    const files = yield* storeFiles(storage)
    const folder = yield* typedPath(to)
    const stores = yield* backUp({ mode, dataDir, keys: privateKeysOf(storage), files, folder })
    yield* Console.log(`Backed up in ${mode}, sealed and read back: ${stores.join(" and ")}.`)
    if (endOldKey) {
      const evidence = yield* openEvidence({ source: evidenceSource(storage), mode, upgrade: false })
      yield* endFormerKey(evidence, { mode, dataDir, keys: privateKeysOf(storage) })
      yield* Console.log("The one key of the earlier version is destroyed: no older backup can be read any more.")
    }
    if (databaseUrl !== undefined) yield* Console.error(useDump("collection"))
    if (evidenceUrl !== undefined) yield* Console.error(useDump("evidence store"))
  }, Effect.scoped),
).pipe(
  withSettings,
  Command.withDescription("Back up both stores as they are now, sealed to the retention key and read back"),
)
