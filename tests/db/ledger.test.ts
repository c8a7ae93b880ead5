/** Refuses every change of the stored ledger on both databases, detects tampering, and loses no entry to a concurrent writer. */
import { Effect, Result, Stream } from "effect"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import type { Evidence } from "../../db/evidence/evidence.ts"
import type { DecisionRecord } from "../../policy/record/decision-record.ts"
import { type Anchor, type LedgerRow, rowAfter } from "../../policy/record/ledger.ts"
import { evidenceRefusal, newEvidenceSource, openedEvidence, rawEvidence } from "../support/evidence.ts"
import { day } from "../support/policy/team.ts"
import { engines } from "../support/store.ts"

const overdue = (of: string): DecisionRecord => ({ kind: "review-overdue", body: { of: day(of) } })
const rowsOf = (evidence: Evidence["Service"]) => Effect.runPromise(Stream.runCollect(evidence.ledger))
const verified = async (evidence: Evidence["Service"], anchor?: Anchor): Promise<string> => {
  const result = await Effect.runPromise(Effect.result(evidence.verify(anchor)))
  if (Result.isSuccess(result)) return "it holds"
  return result.failure._tag === "LedgerBroken" ? `${result.failure.fault} at ${result.failure.seq}` : "unavailable"
}

describe.each(engines)("the ledger on %s", (engine) => {
  const begun = async (ledgerKey?: Uint8Array) => {
    const source = await newEvidenceSource(engine)
    const evidence = await openedEvidence(source, ledgerKey === undefined ? {} : { ledgerKey })
    for (const of of ["2027-04-19", "2027-04-20", "2027-04-21"]) await Effect.runPromise(evidence.record(overdue(of)))
    return { source, evidence, db: rawEvidence(source).db }
  }

  test("begins with its mode, grows in order, and verifies", async () => {
    const { evidence, source } = await begun()
    const rows = await rowsOf(evidence)
    expect(rows.map(({ seq, kind, body }) => [seq, kind, body])).toEqual([
      [1, "ledger-begun", '{"mode":"rehearsal"}'],
      [2, "review-overdue", '{"of":"2027-04-19"}'],
      [3, "review-overdue", '{"of":"2027-04-20"}'],
      [4, "review-overdue", '{"of":"2027-04-21"}'],
    ])
    const anchor = await Effect.runPromise(evidence.verify())
    expect(anchor).toEqual({ length: 4, head: rows.at(-1)?.hash })
    expect(await verified(await openedEvidence(source), anchor)).toBe("it holds")
    expect(await rowsOf(evidence)).toHaveLength(4)
  })

  test("is not opened or changed by the other mode", async () => {
    const { source, evidence } = await begun()
    expect(await evidenceRefusal({ source, mode: "live" })).toMatchObject({ _tag: "WrongMode", stored: "rehearsal" })
    expect(await rowsOf(evidence)).toHaveLength(4)
  })

  test("can be opened for reading only if it exists", async () => {
    const source = { ...(await newEvidenceSource(engine)), readOnly: true }
    expect(await evidenceRefusal({ source, mode: "rehearsal" })).toMatchObject({ failure: "absent" })
  })

  const changes: readonly (readonly [string, string])[] = [
    ["an update", "update ledger set body = body"],
    ["an update of one hash", "update ledger set hash = prev where seq = 2"],
    ["a deletion", "delete from ledger where seq = 4"],
    ["a deletion of all", "delete from ledger"],
    [
      "an update by insertion",
      "insert into ledger select * from ledger where true on conflict (seq) do update set at = ''",
    ],
    engine === "sqlite"
      ? ["a replacing insert", "replace into ledger select * from ledger where seq = 4"]
      : ["a truncation", "truncate ledger"],
  ]

  test(`refuses ${changes.map(([what]) => what).join(", ")}`, async () => {
    const { db, evidence } = await begun()
    const before = await rowsOf(evidence)
    for (const [what, statement] of changes)
      await expect(sql.raw(statement).execute(db), what).rejects.toThrow(/append-only|follows the last/)
    expect(await rowsOf(evidence)).toEqual(before)
  })

  const next = (rows: readonly LedgerRow[]) => {
    const last = rows.at(-1)
    return rowAfter(
      { length: last?.seq ?? 0, head: last?.hash ?? "" },
      "2027-05-20T09:00:00.000Z",
      overdue("2027-04-22"),
    )
  }

  const wrong: Readonly<Record<string, Partial<LedgerRow>>> = {
    "one that leaves a gap": { seq: 6 },
    "one at a place that is taken": { seq: 4 },
    "one at no place": { seq: 0 },
    "one that follows another": { prev: "0".repeat(64) },
    "a word instead of a hash": { hash: "latest" },
    "a hash in capitals": { hash: "A".repeat(64) },
    "a body that is no JSON": { body: "of 2027" },
    "a body that is a list": { body: "[]" },
    "a body that is long": { body: JSON.stringify({ of: "x".repeat(2_000) }) },
    "a time without a zone": { at: "2027-05-20 09:00:00" },
    "a kind with spaces": { kind: "two words" },
  }

  test(`refuses, by SQL, ${Object.keys(wrong).join(", ")}`, async () => {
    const { db, evidence } = await begun()
    const row = next(await rowsOf(evidence))
    for (const [what, change] of Object.entries(wrong))
      await expect(
        db
          .insertInto("ledger")
          .values({ ...row, ...change })
          .execute(),
        what,
      ).rejects.toThrow()
    await db.insertInto("ledger").values(row).execute()
    expect(await verified(evidence)).toBe("it holds")
  })

  const triggers = ["ledger_is_not_changed", "ledger_is_not_cut", "ledger_follows"]
  const unguarded = async () => {
    const { db, evidence, source } = await begun()
    const anchor = await Effect.runPromise(evidence.verify())
    for (const trigger of triggers)
      await sql.raw(`drop trigger ${trigger}${engine === "postgres" ? " on ledger" : ""}`).execute(db)
    return { db, evidence, anchor, source }
  }

  test.each([
    ["an entry altered", 'update ledger set body = \'{"of":"2027-04-18"}\' where seq = 3', "altered at 3"],
    ["a time altered", "update ledger set at = '2020-01-01T00:00:00.000Z' where seq = 2", "altered at 2"],
    ["an entry taken out", "delete from ledger where seq = 2", "missing-or-moved at 2"],
    ["the end cut off", "delete from ledger where seq = 4", "cut-short at 4"],
    ["all but the beginning cut off", "delete from ledger where seq > 1", "cut-short at 2"],
  ] as const)("shows what an administrator did who took the triggers away: %s", async (_, statement, found) => {
    const { db, evidence, anchor } = await unguarded()
    await sql.raw(statement).execute(db)
    expect(await verified(evidence, anchor)).toBe(found)
  })

  test("with a key it verifies only for the holder of the key", async () => {
    const { evidence, source } = await begun(new Uint8Array(32).fill(9))
    expect(await verified(evidence)).toBe("it holds")
    expect(await verified(await openedEvidence(source))).toBe("altered at 1")
  })

  test("keeps every entry and link with two concurrent writers", async () => {
    const { evidence, source } = await begun()
    const rival = await openedEvidence(source)
    const days = Array.from({ length: 12 }, (_, index) => `2027-05-${String(index + 1).padStart(2, "0")}`)
    await Promise.all(days.map((of, index) => Effect.runPromise((index % 2 ? evidence : rival).record(overdue(of)))))
    const rows = await rowsOf(evidence)
    expect(rows).toHaveLength(4 + days.length)
    expect(new Set(rows.map(({ body }) => body)).size).toBe(rows.length)
    expect(await verified(evidence)).toBe("it holds")
  })
})

test("an SQLite ledger refuses values of another type", async () => {
  const source = await newEvidenceSource("sqlite")
  await openedEvidence(source)
  const { rows } = await sql<{ name: string; strict: number }>`
    select name, strict from pragma_table_list where schema = 'main' and name not like 'sqlite%'
      and name not like 'evidence_migration%' order by name`.execute(rawEvidence(source).db)
  const decided = ["collection_state", "declaration", "extract", "extract_field", "ledger", "member", "retention"]
  const transferred = [
    "answer_set",
    "cleaned_text",
    "evidence_identity",
    "kept_response",
    "known_question",
    "quarantine",
    "scanned_text",
    "text_audit",
    "text_escalation",
    "text_lease",
    "text_review",
    "transfer_day",
    "transferred",
  ]
  const leaving = ["output_check", "proposal", "proposal_cell", "proposal_proof", "table_release", "widening"]
  const signedIn = ["command_request", "enrolment", "passkey", "staff_session"]
  expect(rows).toEqual(
    [...decided, ...transferred, ...leaving, ...signedIn].toSorted().map((name) => ({ name, strict: 1 })),
  )
})
