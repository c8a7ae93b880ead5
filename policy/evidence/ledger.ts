/**
 * A ledger that shows what was done to it: each row's hash covers all its fields, its time too, and the row before.
 *
 * Its limits. Whatever is altered, left out, swapped or put in is found. That its end was cut off is found only against
 * an anchor, the length and head that somebody else keeps (each signed report does): rows after the last anchor can be
 * cut unseen. Whoever can write all of it anew can forge all of it, unless it is keyed (HMAC) and they lack the key, or
 * an anchor was kept. That everything was recorded in the first place no ledger can show.
 */
import { createHash, createHmac } from "node:crypto"
import { Option, Result, Schema } from "effect"
import { canonicalJson } from "./canonical-json.ts"
import { type DecisionRecord, readDecisionRecord } from "./decision-record.ts"

/** As a store keeps it; `body` is the canonical text, so that a single changed byte shows. */
export interface LedgerRow {
  readonly seq: number
  /** An instant in UTC: when it was decided, never when a child answered. */
  readonly at: string
  readonly kind: string
  readonly body: string
  readonly prev: string
  readonly hash: string
}

/** Kept by others than the keeper of the ledger, in each signed report, and compared the next time. */
export interface Anchor {
  readonly length: number
  readonly head: string
}

export const beginning: Anchor = { length: 0, head: "0".repeat(64) }

/** With a key, only those who hold it can make a row or check one. */
export type LedgerKey = Uint8Array | undefined

const hashOf = ({ seq, at, kind, body, prev }: Omit<LedgerRow, "hash">, key: LedgerKey): string => {
  const text = canonicalJson({ seq, at, kind, body, prev })
  const hash = key === undefined ? createHash("sha256") : createHmac("sha256", key)
  return hash.update(text).digest("hex")
}

/** The row that comes after this head. */
export const rowAfter = ({ length, head }: Anchor, at: string, record: DecisionRecord, key?: LedgerKey): LedgerRow => {
  const row = { seq: length + 1, at, kind: record.kind, body: canonicalJson(record.body), prev: head }
  return { ...row, hash: hashOf(row, key) }
}

export const anchorAt = ({ seq, hash }: LedgerRow): Anchor => ({ length: seq, head: hash })

export const ledgerFaults = [
  "missing-or-moved",
  "unlinked",
  "altered",
  "not-a-record",
  "cut-short",
  "rewritten",
] as const

export class LedgerBroken extends Schema.TaggedError<LedgerBroken>()("LedgerBroken", {
  fault: Schema.Literals(ledgerFaults),
  /** The first place at which it does not hold. */
  seq: Schema.Int,
}) {
  override get message() {
    return `The ledger does not hold at entry ${this.seq} (${this.fault}): compare it with a backup and with the last signed report.`
  }
}

const parsed = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Unknown))

/** Whether a row holds a record of the closed list, written canonically. */
const isRecord = ({ kind, body }: LedgerRow): boolean => {
  const value = parsed(body)
  if (Option.isNone(value) || canonicalJson(value.value) !== body) return false
  return Result.isSuccess(readDecisionRecord({ kind, body: value.value }))
}

const faultAfter = (before: Anchor, row: LedgerRow, key: LedgerKey): (typeof ledgerFaults)[number] | undefined => {
  if (row.seq !== before.length + 1) return "missing-or-moved"
  if (row.prev !== before.head) return "unlinked"
  if (row.hash !== hashOf(row, key)) return "altered"
  return isRecord(row) ? undefined : "not-a-record"
}

/** Checks the next row of a ledger that held up to `before`, and against an anchor when the row is the one anchored. */
export const checkRow = (
  before: Anchor,
  row: LedgerRow,
  anchor: Anchor = beginning,
  key?: LedgerKey,
): Result.Result<Anchor, LedgerBroken> => {
  const fault = faultAfter(before, row, key)
  if (fault !== undefined) return Result.fail(new LedgerBroken({ fault, seq: before.length + 1 }))
  return row.seq === anchor.length && row.hash !== anchor.head
    ? Result.fail(new LedgerBroken({ fault: "rewritten", seq: row.seq }))
    : Result.succeed(anchorAt(row))
}

/** After the last row: a ledger shorter than its anchor was cut. */
export const checkEnd = (end: Anchor, anchor: Anchor = beginning): Result.Result<Anchor, LedgerBroken> =>
  end.length < anchor.length
    ? Result.fail(new LedgerBroken({ fault: "cut-short", seq: end.length + 1 }))
    : Result.succeed(end)

/** A whole ledger at once: its head and length, or the first fault. */
export const verifyLedger = (
  rows: Iterable<LedgerRow>,
  anchor?: Anchor,
  key?: LedgerKey,
): Result.Result<Anchor, LedgerBroken> => {
  let held = beginning
  for (const row of rows) {
    const next = checkRow(held, row, anchor, key)
    if (Result.isFailure(next)) return next
    held = next.success
  }
  return checkEnd(held, anchor)
}
