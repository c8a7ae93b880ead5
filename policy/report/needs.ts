/** Answers *Does it need a decision?* from the pressing findings that bear on a rule, whatever its evidence shows. */
import type { FindingReport } from "./report.ts"

type Bearing = Pick<FindingReport, "id" | "title" | "severity" | "state" | "decider" | "waiver">

/** Names what must be decided and by whom; a waiver only postpones it. `null` when nothing waits. */
export const needsOf = (bearing: readonly Bearing[]): string | null => {
  const pressing = bearing.filter(({ severity, state }) => severity !== "note" && state !== "decided")
  const words = pressing.map(({ id, title, decider, waiver }) =>
    waiver === undefined
      ? `${id} (${title}) waits for ${decider}`
      : `${id} (${title}) is waived until ${waiver.until}; ${decider} must decide by then`,
  )
  return words.length === 0 ? null : words.join("; ")
}
