/** Counts how often a process has ended, and says so at most once a minute, however fast it ends. */

import { banded } from "../../policy/banded.ts"
import type { Log, LogFields } from "../deployment/log.ts"

/** Milliseconds. */
const between = 60_000

export interface Ends {
  readonly ended: (process: LogFields["process"]) => void
  /** In all, by process. */
  readonly counts: () => ReadonlyMap<LogFields["process"], number>
}

/** The first end of a process is logged at once; those of the next minute in one line, with their number in a band. */
export const countEnds = (log: Log): Ends => {
  const counts = new Map<LogFields["process"], number>()
  const waiting = new Map<LogFields["process"], number>()

  const sayLater = (process: LogFields["process"]): void => {
    setTimeout(() => {
      const more = waiting.get(process) ?? 0
      waiting.delete(process)
      if (more === 0) return
      log({ process, event: "process-ended", count: banded(more) })
      waiting.set(process, 0)
      sayLater(process)
    }, between).unref()
  }
  return {
    ended: (process) => {
      counts.set(process, (counts.get(process) ?? 0) + 1)
      const before = waiting.get(process)
      waiting.set(process, before === undefined ? 0 : before + 1)
      if (before !== undefined) return
      log({ process, event: "process-ended" })
      sayLater(process)
    },
    counts: () => counts,
  }
}
