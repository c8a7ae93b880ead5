/** Refuses to run while another platform uses the same folder or database, for as long as this process runs. */
import { setTimeout as delay } from "node:timers/promises"
import { unavailableOr } from "../../db/attempt.ts"
import type { DatabaseLock, LockedStore } from "../../db/lock-database.ts"
import { lockFile, lockFiles } from "../../db/lock-file.ts"
import type { StorageSettings } from "../deployment/storage.ts"

export interface OnlyPlatform {
  /** False while the lock on the collection's database is lost: another platform could be writing to it. */
  readonly mayWrite: () => boolean
  readonly release: () => Promise<void>
}

export interface Changes {
  /** The lock of the collection was lost or held again. */
  readonly mayWrite: (may: boolean) => void
  /** A sentence for the operator. */
  readonly taken: (sentence: string) => void
}

/** Milliseconds. A process that was killed gives its locks up within a moment. */
const patience = 1_000

const notStarted = "This one was not started. Stop the other one first"
const sentences = {
  data: `Another platform runs on this DATA_DIR. ${notStarted}, or set DATA_DIR to another folder.`,
  collection: `Another platform runs on the database in DATABASE_URL. ${notStarted}: two platforms cannot share a database.`,
  evidence: `Another platform runs on the database in EVIDENCE_DATABASE_URL. ${notStarted}: two platforms cannot share a database.`,
} as const

const takenSentences = {
  collection:
    "Another platform took the database in DATABASE_URL while the connection to it was lost. This one stores nothing until that one stops. Stop one of them.",
  evidence:
    "Another platform has the database in EVIDENCE_DATABASE_URL. Answers are still accepted here. Stop one of the two.",
} as const

const folder = async (dataDir: string) => {
  for (let waited = 0; ; waited += 50) {
    try {
      return lockFile(dataDir, lockFiles.platform)
    } catch (error) {
      const unavailable = unavailableOr("data")(error)
      if (unavailable.failure !== "busy") return unavailable.message
      if (waited >= patience) return sentences.data
      await delay(50)
    }
  }
}

const database = async (url: string | undefined, store: LockedStore, changed: (state: DatabaseLock) => void) => {
  if (url === undefined) return undefined
  // Loaded only where it is needed: it takes memory.
  const { lockDatabase } = await import("../../db/lock-database.ts")
  try {
    // No serving process needs the evidence store, so answers are accepted while it cannot be reached.
    const lock = await lockDatabase(url, store, { patience, mayWait: store === "evidence", changed })
    return lock === "taken" ? sentences[store] : lock
  } catch (error) {
    return unavailableOr(store)(error).message
  }
}

/** Returns a sentence that names the reason if another platform runs there, or if that cannot be found out. */
export const onlyPlatform = async (
  { dataDir, databaseUrl, evidenceUrl }: Pick<StorageSettings, "dataDir" | "databaseUrl" | "evidenceUrl">,
  changes: Changes,
): Promise<OnlyPlatform | string> => {
  const ours = await folder(dataDir)
  if (typeof ours === "string") return ours
  const watching = (store: LockedStore) => (state: DatabaseLock) => {
    if (store === "collection") changes.mayWrite(state === "held")
    if (state === "taken") changes.taken(takenSentences[store])
  }
  const collection = await database(databaseUrl, "collection", watching("collection"))
  const evidence =
    typeof collection === "string" ? undefined : await database(evidenceUrl, "evidence", watching("evidence"))
  const release = async () => {
    for (const lock of [collection, evidence]) if (typeof lock === "object") await lock.release()
    ours.close()
  }
  for (const refused of [collection, evidence])
    if (typeof refused === "string") {
      await release()
      return refused
    }
  return { mayWrite: () => typeof collection !== "object" || collection.state() === "held", release }
}
