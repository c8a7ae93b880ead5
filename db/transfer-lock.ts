/** Lets one transfer or backup run at a time, with a lock of the operating system that ends with the process. */
import { Effect, Schema, type Scope } from "effect"
import { attempt } from "./attempt.ts"
import { lockFile, lockFiles } from "./lock-file.ts"
import type { StoreUnavailable } from "./store-unavailable.ts"

export class TransferRunning extends Schema.TaggedError<TransferRunning>()("TransferRunning", {}) {
  override get message() {
    return "Another transfer or backup is running here. This one was not started. Wait until it has ended, then try again."
  }
}

export const lockTransfers = (dataDir: string): Effect.Effect<void, TransferRunning | StoreUnavailable, Scope.Scope> =>
  Effect.acquireRelease(
    attempt("data", () => lockFile(dataDir, lockFiles.transfer)),
    (database) => Effect.sync(() => database.close()),
  ).pipe(
    Effect.catchIf(
      ({ failure }) => failure === "busy",
      () => Effect.fail(new TransferRunning()),
    ),
    Effect.asVoid,
  )
