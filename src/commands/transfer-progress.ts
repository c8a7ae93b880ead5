/** Prints the progress of a transfer on standard error, in bands, and refuses a transfer that has no collection. */
import { Effect } from "effect"
import { isCutOff, RestoreCutOff } from "../../db/backup/restore-marker.ts"
import { band } from "../../db/collection/band.ts"
import { StoreUnavailable } from "../../db/store-unavailable.ts"
import type { ReportProgress } from "../../db/transfer/progress.ts"
import { isCollectionHere, type StorageSettings } from "../deployment/storage.ts"

/** Milliseconds between two lines of progress. */
const betweenLines = 2_000

export const transferProgress = () => {
  let arrived = 0
  let printedAt = Date.now()
  const passed: ReportProgress = ({ kind, day, responses }) =>
    Effect.sync(() => {
      if (kind === "removed") arrived += responses
      if (Date.now() - printedAt < betweenLines) return
      printedAt = Date.now()
      console.error(`${day}: ${kind}; ${band(arrived)} answers have arrived`)
    })
  return { passed, arrived: () => arrived }
}

export const readyToTransfer = Effect.fn("Transfer.ready")(function* (storage: StorageSettings) {
  if (isCutOff(storage.dataDir)) return yield* new RestoreCutOff()
  if (!isCollectionHere(storage)) return yield* new StoreUnavailable({ store: "collection", failure: "absent" })
})
