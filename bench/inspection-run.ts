/** Inspects one evidence store as each report does, and prints the time and the peak memory of this process. */
import { Effect } from "effect"
import type { Source } from "../db/connect.ts"
import { openEvidence } from "../db/evidence/evidence.ts"

export interface Inspected {
  readonly seconds: number
  readonly megabytes: number
  /** In bands. */
  readonly responses: string
  readonly lines: number
  readonly faults: number
}

const source: Source = JSON.parse(process.env["SOURCE"] ?? "{}")
const began = performance.now()
let lines = 0
const { content } = await Effect.runPromise(
  openEvidence({ source: { ...source, readOnly: true, isLongJob: true }, mode: "rehearsal" }).pipe(
    Effect.flatMap((evidence) => evidence.inspect({ isNeighbourhoodUsed: false, progress: () => void lines++ })),
    Effect.scoped,
  ),
)
const result: Inspected = {
  seconds: (performance.now() - began) / 1000,
  megabytes: process.resourceUsage().maxRSS / 1024,
  responses: "seen" in content ? `${content.seen.responses}` : content.unseen,
  lines,
  faults: "seen" in content ? content.seen.faults.length : -1,
}
console.log(JSON.stringify(result))
process.exit()
