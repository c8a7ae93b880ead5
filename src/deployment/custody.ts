/** Gives custody the places of one deployment: both stores, the data folder and the private keys. */
import type { CustodyContext } from "../../db/custody/context.ts"
import type { Evidence } from "../../db/evidence/evidence.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { collectionSource, evidenceSource, type StorageSettings } from "./storage.ts"

export const custodyOf = (storage: StorageSettings, evidence: Evidence["Service"]): CustodyContext => ({
  evidence,
  sources: [collectionSource(storage), evidenceSource(storage)].map((source) => ({ ...source, isLongJob: true })),
  dataDir: storage.dataDir,
  keys: privateKeysOf(storage),
})
