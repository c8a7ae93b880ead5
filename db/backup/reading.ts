/** Runs plain code that reads sealed files, whose generators can only throw, and types what they throw. */
import { Effect } from "effect"
import { unavailableOr } from "../attempt.ts"
import type { StoreUnavailable } from "../store-unavailable.ts"
import { BackupDamaged } from "./refusals.ts"

const unavailable = unavailableOr("backups")

export const readingBackup = <A>(work: () => A | Promise<A>): Effect.Effect<A, BackupDamaged | StoreUnavailable> =>
  Effect.tryPromise({
    try: async () => work(),
    catch: (error) => (error instanceof BackupDamaged ? error : unavailable(error)),
  })
