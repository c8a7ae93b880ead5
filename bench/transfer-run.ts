/** Runs the transfer alone, in its own process, so that it can be measured, and killed after a given number of responses. */
import { Effect } from "effect"
import { openCollection } from "../db/collection/collection.ts"
import type { Source } from "../db/connect.ts"
import { openEvidence } from "../db/evidence/evidence.ts"
import { readDetector } from "../db/free-text/read-detector.ts"
import { keysInFolder } from "../db/keys/private-keys.ts"
import { transfer } from "../db/transfer/transfer.ts"

export interface Told {
  readonly collection: Source
  readonly evidence: Source
  readonly dataDir: string
  /** Responses after which it is killed as it goes. */
  readonly dieAfter?: number
}

export interface Transferred {
  readonly refused: number
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

const told: Told = JSON.parse(process.argv[2] ?? "{}")
let arrived = 0
const passed = ({ kind, responses }: { readonly kind: string; readonly responses: number }) =>
  Effect.sync(() => {
    if (kind === "removed") arrived += responses
    if (arrived >= (told.dieAfter ?? Number.POSITIVE_INFINITY)) process.kill(process.pid, "SIGKILL")
  })

process.umask(0o077)
const began = performance.now()
const refused = await Effect.runPromise(
  Effect.gen(function* () {
    const collection = yield* openCollection(told.collection, "rehearsal")
    const evidence = yield* openEvidence({ source: told.evidence, mode: "rehearsal" })
    const { dataDir } = told
    const keys = keysInFolder(dataDir)
    const own = { collection, evidence, keys, dataDir, progress: passed } as const
    const asked = { ...own, mode: "rehearsal", detector: readDetector } as const
    return (yield* transfer(asked, "everything")).refused.length
  }).pipe(Effect.scoped),
)
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
const result: Transferred = {
  refused,
  seconds: (performance.now() - began) / 1000,
  cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
  peakMegabytes: maxRSS / 1024,
}
process.send?.(result)
