/** Finds working copies that outlived their last day, in the ledger. */
import type { Day } from "../civil-day.ts"
import { overdueCopies, overdueSentence, recordedCopies } from "../custody/working-copy.ts"
import type { DecisionRecord } from "../record/decision-record.ts"

export const overdueCopyBreaches = (records: readonly DecisionRecord[], today: Day): readonly string[] => {
  const made = records.flatMap(({ kind, body }) => (kind === "working-copy-made" ? [body] : []))
  const deleted = records.flatMap(({ kind, body }) => (kind === "working-copy-deleted" ? [body] : []))
  return overdueCopies(recordedCopies(made, deleted), today).map(overdueSentence)
}
