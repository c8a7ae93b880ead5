/** Compares each day's retention with the parameter that sets its dates and with the ledger's decisions. */
import { yearsAfter } from "../civil-day.ts"
import type { RetentionState } from "../custody/retention.ts"
import { parameters } from "../parameters.ts"
import type { DecisionRecord } from "../record/decision-record.ts"

const extensionsOf = (of: string, records: readonly DecisionRecord[]): readonly string[] =>
  records.flatMap(({ kind, body }) => (kind === "retention-extended" && body.of === of ? [body.until] : []))

const isDestroyed = (of: string, records: readonly DecisionRecord[]): boolean =>
  records.some(({ kind, body }) => kind === "data-destroyed" && body.of === of)

const faultsOf = (retention: RetentionState, records: readonly DecisionRecord[]): readonly string[] => {
  const { state, facts } = retention
  const { of } = facts
  if (state === "destroyed")
    return isDestroyed(of, records) ? [] : [`${of} counts as destroyed, and the ledger has no entry of it`]
  const extensions = extensionsOf(of, records)
  const dates: readonly string[] = [yearsAfter(of, parameters.retention.value), ...extensions]
  return [
    ...(dates.includes(facts.dueOn)
      ? []
      : [`the review of ${of} is set for ${facts.dueOn}, which no decision gave it`]),
    ...(state === "extended" && !extensions.includes(facts.until)
      ? [`${of} is extended until ${facts.until}, which no decision gave it`]
      : []),
  ]
}

/** Without records the ledger is at fault already. */
export const dueDateBreaches = (
  retentions: readonly RetentionState[],
  records: readonly DecisionRecord[] | undefined,
): readonly string[] => (records === undefined ? [] : retentions.flatMap((retention) => faultsOf(retention, records)))
