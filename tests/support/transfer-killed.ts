/** Runs a transfer in its own process, which ends at a given step as a power cut would end it. */
import { Effect } from "effect"
import { openCollection } from "../../db/collection/collection.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { keysInFolder } from "../../db/keys/private-keys.ts"
import { transfer } from "../../db/transfer/transfer.ts"
import { stubbed } from "./stub-detector.ts"

const { collection, evidence, dataDir, batchSize, dieAt } = JSON.parse(process.argv[2] ?? "{}")
let steps = 0

await Effect.gen(function* () {
  const from = yield* openCollection(collection, "rehearsal")
  const to = yield* openEvidence({ source: evidence, mode: "rehearsal" })
  const progress = () => Effect.sync(() => void (++steps === dieAt && process.kill(process.pid, "SIGKILL")))
  yield* transfer({
    collection: from,
    evidence: to,
    mode: "rehearsal",
    dataDir,
    keys: keysInFolder(dataDir),
    progress,
    detector: stubbed,
    batchSize,
  })
}).pipe(Effect.scoped, Effect.runPromise)
