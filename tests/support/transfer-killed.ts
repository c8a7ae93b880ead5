/** A transfer in a process of its own, which ends at the step it is told as a power cut would end it. */
import { Effect } from "effect"
import { openCollection } from "../../db/collection/collection.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { keysInFolder } from "../../db/keys/private-keys.ts"
import { transfer } from "../../db/transfer/transfer.ts"

const { collection, evidence, dataDir, atATime, dieAt } = JSON.parse(process.argv[2] ?? "{}")
let steps = 0

await Effect.gen(function* () {
  const from = yield* openCollection(collection, "rehearsal")
  const to = yield* openEvidence({ source: evidence, mode: "rehearsal" })
  const passed = () => Effect.sync(() => void (++steps === dieAt && process.kill(process.pid, "SIGKILL")))
  yield* transfer({
    collection: from,
    evidence: to,
    mode: "rehearsal",
    dataDir,
    keys: keysInFolder(dataDir),
    passed,
    atATime,
  })
}).pipe(Effect.scoped, Effect.runPromise)
