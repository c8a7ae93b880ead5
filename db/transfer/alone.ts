/** One transfer at a time: the lock is the operating system's, so that it ends with the process, however that ends. */
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { Effect, type Scope } from "effect"
import { failureOf } from "../collection/failure.ts"
import { StoreUnavailable } from "../collection/store-unavailable.ts"
import { TransferRunning } from "./refusals.ts"

/** An empty database, of which only the lock is used. */
const lock = (dataDir: string): DatabaseSync => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(join(dataDir, "transfer.lock"), { timeout: 0 })
  try {
    database.exec("begin exclusive")
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

export const alone = (dataDir: string): Effect.Effect<void, TransferRunning | StoreUnavailable, Scope.Scope> =>
  Effect.asVoid(
    Effect.acquireRelease(
      Effect.try({
        try: () => lock(dataDir),
        catch: (error) => {
          const failure = failureOf(error)
          return failure === "busy" ? new TransferRunning() : new StoreUnavailable({ failure })
        },
      }),
      (database) => Effect.sync(() => database.close()),
    ),
  )
