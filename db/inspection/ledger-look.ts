/** Verifies the whole ledger, compares it with the head that was last kept, and reads its records. */
import { DateTime, Option, Result } from "effect"
import { civilDate, isDay } from "../../policy/civil-day.ts"
import type { KnownLedger, LedgerLook } from "../../policy/facts/ledger-look.ts"
import { type DecisionRecord, readDecisionRecord } from "../../policy/record/decision-record.ts"
import { anchorAt, beginning, type LedgerKey } from "../../policy/record/ledger.ts"
import type { Connection } from "../connect.ts"
import { ledgerRows, verifyStored } from "../evidence/ledger.ts"
import type { EvidenceTables } from "../evidence/schema.ts"

interface LedgerRead {
  readonly ledger: LedgerLook
  /** Absent where the ledger is broken. */
  readonly records?: readonly DecisionRecord[]
}

const dayOf = (instant: string): LedgerLook["newest"] => {
  const day = Option.getOrUndefined(Option.map(DateTime.make(instant), civilDate))
  return day !== undefined && isDay(day) ? day : undefined
}

export const lookAtLedger = async (
  connection: Connection<EvidenceTables>,
  reported: KnownLedger | undefined,
  key?: LedgerKey,
): Promise<LedgerRead> => {
  const verified = await verifyStored(connection, reported, key)
  const records: DecisionRecord[] = []
  let [end, newest]: [typeof beginning, LedgerLook["newest"]] = [beginning, undefined]
  for await (const row of ledgerRows(connection)) {
    end = anchorAt(row)
    const day = dayOf(row.at)
    if (day !== undefined && (newest === undefined || day > newest)) newest = day
    if (Result.isFailure(verified)) continue
    const record = readDecisionRecord({ kind: row.kind, body: JSON.parse(row.body) })
    if (Result.isSuccess(record)) records.push(record.success)
  }
  const common = {
    ...end,
    ...(reported && { reported: { on: reported.on, length: reported.length } }),
    ...(newest !== undefined && { newest }),
  }
  if (Result.isSuccess(verified)) return { ledger: common, records }
  return { ledger: { ...common, fault: { is: verified.failure.fault, entry: verified.failure.seq } } }
}
