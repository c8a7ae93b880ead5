/**
 * Chains the rows of the ledger, so that a change shows: each row's hash covers all its fields and the row before.
 *
 * Limits. A check finds every row that was altered, removed, swapped or inserted. It finds a cut end only against an
 * anchor: the length and head that lie apart from it, with the keys and in each report. Rows after the last anchor can be
 * cut unnoticed. A person who can rewrite the whole ledger can forge it, unless it is keyed (HMAC) and they lack the
 * key, or an anchor exists. No ledger can show that everything was recorded in the first place.
 */
import { createHash, createHmac } from "node:crypto"
import { Option, Result, Schema } from "effect"
import { canonicalJson } from "./canonical-json.ts"
import { type DecisionRecord, readDecisionRecord } from "./decision-record.ts"

/** A row as a store keeps it. `body` is the canonical text, so that a single changed byte shows. */
export interface LedgerRow {
  readonly seq: number
  /** The instant of the decision in UTC, never the time at which a child answered. */
  readonly at: string
  readonly kind: string
  readonly body: string
  readonly prev: string
  readonly hash: string
}

/** Kept with the keys and stated by each report, so that the next check compares it. */
export interface Anchor {
  readonly length: number
  readonly head: string
}

export const beginning: Anchor = { length: 0, head: "0".repeat(64) }

/** With a key, only its holders can make or check a row. */
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

const causes: Readonly<Record<(typeof ledgerFaults)[number], string>> = {
  "missing-or-moved": "an entry is missing or moved",
  unlinked: "it does not follow the entry before it",
  altered: "it was altered",
  "not-a-record": "it is no record that this version knows",
  "cut-short": "entries from here on were cut off",
  rewritten: "another entry was recorded here, so it was rewritten or belongs to another store",
}

export class LedgerBroken extends Schema.TaggedError<LedgerBroken>()("LedgerBroken", {
  fault: Schema.Literals(ledgerFaults),
  /** The first row at which the check fails. */
  seq: Schema.Int,
}) {
  override get message() {
    return `The ledger is broken at entry ${this.seq}: ${causes[this.fault]}. Compare it with a backup and the last report.`
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

/** Checks the row after `before`, and compares it with the anchor when it is the anchored row. */
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

/** Checks the end: a ledger shorter than its anchor was cut. */
export const checkEnd = (end: Anchor, anchor: Anchor = beginning): Result.Result<Anchor, LedgerBroken> =>
  end.length < anchor.length
    ? Result.fail(new LedgerBroken({ fault: "cut-short", seq: end.length + 1 }))
    : Result.succeed(end)

/** Checks a whole ledger; gives its length and head, or the first fault. */
export const verifyLedger = (
  rows: Iterable<LedgerRow>,
  anchor?: Anchor,
  key?: LedgerKey,
): Result.Result<Anchor, LedgerBroken> => {
  let end = beginning
  for (const row of rows) {
    const next = checkRow(end, row, anchor, key)
    if (Result.isFailure(next)) return next
    end = next.success
  }
  return checkEnd(end, anchor)
}
