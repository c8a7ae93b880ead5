/** Whatever is done to a ledger is found, at its first entry or its last, save what it says that it cannot show. */
import { Result } from "effect"
import { describe, expect, test } from "vitest"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import type { DecisionRecord } from "../../policy/record/decision-record.ts"
import { digestOf } from "../../policy/record/digest.ts"
import {
  type Anchor,
  anchorAt,
  beginning,
  type LedgerKey,
  type LedgerRow,
  rowAfter,
  verifyLedger,
} from "../../policy/record/ledger.ts"
import { day } from "../support/policy/team.ts"

const length = process.env["FULL"] ? 1_000 : 120

const recordOf = (number: number): DecisionRecord =>
  number % 2 === 0
    ? { kind: "review-overdue", body: { of: day(`2027-04-${String((number % 28) + 1).padStart(2, "0")}`) } }
    : { kind: "collection-closed", body: { on: day("2027-05-20"), rows: digestOf(`${number}`) } }

const at = (number: number): string => new Date(Date.parse("2027-04-19T09:00:00Z") + number * 60_000).toISOString()

const ledgerOf = (records: readonly DecisionRecord[], key?: LedgerKey): readonly LedgerRow[] => {
  const rows: LedgerRow[] = []
  let head = beginning
  records.forEach((record, index) => {
    const row = rowAfter(head, at(index), record, key)
    head = anchorAt(row)
    rows.push(row)
  })
  return rows
}

const records = Array.from({ length }, (_, index) => recordOf(index))
const rows = ledgerOf(records)
const whole: Anchor = { length, head: rows.at(-1)?.hash ?? "" }

const fault = (tampered: Iterable<LedgerRow>, anchor?: Anchor, key?: LedgerKey): string => {
  const verified = verifyLedger(tampered, anchor, key)
  return Result.isFailure(verified) ? `${verified.failure.fault} at ${verified.failure.seq}` : "it holds"
}

const places = rows.map((_, index) => index)
const without = (index: number) => rows.toSpliced(index, 1)

/** A digit changed for another, so that the shape stays. */
const flipped = (text: string): string => text.replace(/\d/, (digit) => `${(Number(digit) + 1) % 10}`)

test("a ledger holds, from nothing to its whole length, and its head and length are what to anchor", () => {
  expect(verifyLedger([])).toEqual(Result.succeed(beginning))
  expect(verifyLedger(rows)).toEqual(Result.succeed(whole))
  expect(fault(rows, whole)).toBe("it holds")
  expect(fault(rows, anchorAt(rows[2] as LedgerRow))).toBe("it holds")
})

describe(`tampered with at each of ${length} entries`, { timeout: 300_000 }, () => {
  const fields = ["at", "kind", "body", "prev", "hash"] as const
  test.each(fields)("a change of %s", (field) => {
    for (const index of places) {
      const row = rows[index] as LedgerRow
      const value = field === "kind" ? "review-fell-due" : flipped(row[field])
      expect(value).not.toBe(row[field])
      const first = field === "prev" ? "unlinked" : "altered"
      expect(fault(rows.with(index, { ...row, [field]: value }))).toBe(`${first} at ${index + 1}`)
    }
  })

  test("a change of seq", () => {
    for (const index of places)
      expect(fault(rows.with(index, { ...(rows[index] as LedgerRow), seq: index + 2 }))).toBe(
        `missing-or-moved at ${index + 1}`,
      )
  })

  test("one left out, and the rest numbered again as if it had never been", () => {
    for (const index of places.slice(0, -1)) {
      expect(fault(without(index))).toBe(`missing-or-moved at ${index + 1}`)
      const renumbered = without(index).map((row, place) => ({ ...row, seq: place + 1 }))
      expect(fault(renumbered)).toBe(`unlinked at ${index + 1}`)
    }
  })

  test("two swapped, and numbered as before", () => {
    for (const index of places.slice(0, -1)) {
      const [row, next] = [rows[index] as LedgerRow, rows[index + 1] as LedgerRow]
      expect(fault(rows.with(index, next).with(index + 1, row))).toBe(`missing-or-moved at ${index + 1}`)
      const renumbered = rows.with(index, { ...next, seq: row.seq }).with(index + 1, { ...row, seq: next.seq })
      expect(fault(renumbered)).toBe(`unlinked at ${index + 1}`)
    }
  })

  test("one put in, made as a row is made", () => {
    for (const index of places) {
      const before = index === 0 ? beginning : anchorAt(rows[index - 1] as LedgerRow)
      const extra = rowAfter(before, at(0), { kind: "review-overdue", body: { of: day("2027-04-01") } })
      expect(fault(rows.toSpliced(index, 0, extra))).toBe(`missing-or-moved at ${index + 2}`)
      const renumbered = rows.toSpliced(index, 0, extra).map((row, place) => ({ ...row, seq: place + 1 }))
      expect(fault(renumbered)).toBe(`unlinked at ${index + 2}`)
    }
  })

  test("cut short: found against an anchor, and not without one, as the ledger says of itself", () => {
    for (const index of places) {
      expect(fault(rows.slice(0, index), whole)).toBe(`cut-short at ${index + 1}`)
      expect(fault(rows.slice(0, index))).toBe("it holds")
    }
    expect(fault(rows.slice(0, 10), anchorAt(rows[9] as LedgerRow))).toBe("it holds")
  })

  test("rewritten from any entry on: found against an anchor, or with the key", () => {
    for (const index of places) {
      const forged = ledgerOf(records.with(index, { kind: "review-overdue", body: { of: day("2027-03-31") } }))
      expect(fault(forged)).toBe("it holds")
      expect(fault(forged, whole)).toBe(`rewritten at ${length}`)
    }
  })
})

describe("with a key", () => {
  const key = new Uint8Array(32).fill(7)
  const keyed = ledgerOf(records, key)

  test("verifies with the key only", () => {
    expect(fault(keyed, undefined, key)).toBe("it holds")
    expect(fault(keyed)).toBe("altered at 1")
    expect(fault(keyed, undefined, new Uint8Array(32))).toBe("altered at 1")
    expect(fault(rows, undefined, key)).toBe("altered at 1")
  })

  test("a rewrite without the key is found", () => {
    const forged = [...keyed.slice(0, 50), ...rows.slice(50)]
    expect(fault(forged, undefined, key)).toBe("unlinked at 51")
  })
})

describe("a row with a right hash and an invalid record", () => {
  test.each([
    ["written with a space more", (body: string) => body.replace(":", ": ")],
    ["no JSON at all", (body: string) => body.slice(1)],
  ])("%s", (_, respaced) => {
    const [first] = rows as [LedgerRow]
    const body = respaced(first.body)
    const { seq, at: when, kind, prev } = first
    const hash = digestOf(canonicalJson({ seq, at: when, kind, body, prev }))
    expect(fault([{ ...first, body, hash }])).toBe("not-a-record at 1")
  })

  const head = anchorAt(rows[0] as LedgerRow)
  const raw = (kind: string, body: string): readonly LedgerRow[] => {
    const made = rowAfter(head, at(1), { kind, body: JSON.parse(body) } as unknown as DecisionRecord)
    return [rows[0] as LedgerRow, made]
  }

  test.each([
    ["a kind that is not on the list", "child-said", '{"of":"2027-04-19"}'],
    ["a field more", "review-overdue", '{"answer":"I am sad","of":"2027-04-19"}'],
    ["words instead of a day", "review-overdue", '{"of":"I am sad"}'],
    ["words instead of a digest", "collection-closed", '{"on":"2027-05-20","rows":"I am sad"}'],
    ["no body", "review-overdue", "null"],
  ])("%s", (_, kind, body) => {
    expect(fault(raw(kind, body))).toBe("not-a-record at 2")
  })
})
