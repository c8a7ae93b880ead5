/** Refuses to keep a text as clean that no detector has scanned. */
import { keepScans } from "../../db/evidence/texts.ts"

type Writing = Parameters<typeof keepScans>[0]

declare const writing: Writing
declare const response: Uint8Array
const scanned = { state: "clean", cleaned: "more parks", detector: 1, because: [], concerns: [], risk: 0 } as const
export const kept = keepScans(writing, [{ response, question: "life-change", scanned }])
