/** Carries out one nightly transfer: the only process that holds private keys and both stores, and only until it ends. */
import { Effect } from "effect"
import { openCollection } from "../../db/collection/collection.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { readDetector } from "../../db/free-text/read-detector.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import type { Step } from "../../db/transfer/progress.ts"
import { transfer } from "../../db/transfer/transfer.ts"
import { collectionSource, evidenceSource, isCollectionHere, storageFromEnv } from "../deployment/storage.ts"
import { runOnce } from "./run-once.ts"
import { transferSummary } from "./transfer-summary.ts"

const storage = storageFromEnv(process.env)
const { mode, dataDir } = storage

const work: Parameters<typeof runOnce>[1] = Effect.gen(function* () {
  if (!isCollectionHere(storage)) return { outcome: "idle", sentence: "there is no collection yet." } as const
  let arrived = 0
  const passed = ({ kind, responses }: Step) =>
    Effect.sync(() => {
      if (kind === "removed") arrived += responses
    })
  const collection = yield* openCollection({ ...collectionSource(storage), isLongJob: true }, mode)
  const evidence = yield* openEvidence({
    source: { ...evidenceSource(storage), isLongJob: true },
    mode,
    upgrade: false,
  })
  const transferred = yield* transfer({
    collection,
    evidence,
    mode,
    dataDir,
    keys: privateKeysOf(storage),
    progress: passed,
    detector: readDetector,
  })
  const { texts } = transferred
  const refused = [...transferred.refused, ...(texts ? [texts] : [])].map(({ message }) => message)
  const sentence = [transferSummary(storage, transferred, arrived), ...refused].join(" ")
  if (refused.length > 0) return { outcome: "failed", sentence } as const
  return { outcome: arrived === 0 && transferred.finished.length === 0 ? "idle" : "done", sentence } as const
})

await runOnce(dataDir, work)
