/** Stores proposals, checks and releases on both databases, which refuse a release that breaks a rule. */
import { Effect, Stream } from "effect"
import { TestClock } from "effect/testing"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import type { Evidence } from "../../db/evidence/evidence.ts"
import { checkOutput } from "../../policy/release/output-check.ts"
import { proposeTable } from "../../policy/release/proposal.ts"
import { release } from "../../policy/release/release.ts"
import { aggregatesOnlyBeyondTheTeam } from "../../policy/rules/aggregates-only-beyond-the-team.ts"
import { outputsChecked } from "../../policy/rules/outputs-checked.ts"
import { smallCellsSuppressed } from "../../policy/rules/small-cells-suppressed.ts"
import { newEvidenceSource, openedEvidence, rawEvidence } from "../support/evidence.ts"
import { factsOf } from "../support/policy/facts.ts"
import { author, hands, staff, table } from "../support/policy/release.ts"
import { granted, midday, personOf } from "../support/policy/team.ts"
import { engines } from "../support/store.ts"

const tags = ["aggregates-only-beyond-the-team", "small-cells-suppressed", "outputs-checked"] as const

const acting = <A, E>(work: Effect.Effect<A, E, Effect.Services<typeof staffed>>) => work
const staffed = Effect.gen(function* () {
  yield* TestClock.setTime(midday("2021-06-01"))
  const proposal = yield* proposeTable(yield* granted("read-responses", "evidence-team", 9), table)
  const one = yield* checkOutput(yield* granted("check-output", "evidence-team"), proposal.state, [])
  const other = yield* checkOutput(yield* granted("check-output", "evidence-team", 1), proposal.state, [one.state])
  const released = yield* release(proposal.state, yield* hands(proposal.state))
  return { proposal, one, other, released }
})

const steps = () => Effect.runPromise(acting(staffed).pipe(Effect.provide([staff, TestClock.layer()])))
const run = Effect.runPromise

describe.each(engines)("the store of releases on %s", { tags: [...tags] }, (engine) => {
  const store = async (mode: "live" | "rehearsal" = "live") => {
    const source = await newEvidenceSource(engine)
    const evidence = await openedEvidence(source, { mode })
    return { evidence, db: rawEvidence(source).db, ...(await steps()) }
  }

  const verdicts = (evidence: Evidence["Service"]) =>
    run(
      Effect.gen(function* () {
        const facts = yield* factsOf(evidence)
        const suppressed = yield* smallCellsSuppressed.audit(facts)
        return [aggregatesOnlyBeyondTheTeam.audit(facts), suppressed, outputsChecked.audit(facts)]
      }),
    )

  test("stores a proposal, two checks and a release with their ledger entries, and restores them unchanged", async () => {
    const { evidence, db, proposal, one, other, released } = await store()
    const { outputs } = evidence
    expect((await verdicts(evidence)).map(({ status }) => status)).toEqual([
      "not checked",
      "not checked",
      "not checked",
    ])
    await run(outputs.keepProposal(proposal))
    expect(await run(outputs.proposal(proposal.state.id))).toEqual({ proposal: proposal.state, checks: [] })
    await run(outputs.keepCheck(one))
    await expect(run(outputs.keepRelease(released, 0)), "checked once").rejects.toThrow("refused a row")
    await run(outputs.keepCheck(other))
    await run(outputs.keepRelease(released, 0))
    await expect(run(outputs.keepRelease(released, 0)), "twice").rejects.toThrow("refused a row")
    await expect(run(outputs.keepRelease(released, 1)), "twice").rejects.toThrow("refused a row")
    const [kept, ...more] = await run(outputs.releases)
    expect(more).toEqual([])
    expect(kept?.table).toEqual(released.state.table)
    expect(kept?.proposal).toEqual(proposal.state)
    expect(kept?.checks.map(({ person }) => person).toSorted()).toEqual(
      [personOf("evidence-team"), personOf("evidence-team", 1)].toSorted(),
    )
    expect(await run(outputs.standings)).toMatchObject([{ checks: 2, releasedOn: "2021-06-01", title: table.title }])
    const kinds = (await run(Stream.runCollect(evidence.ledger))).map(({ kind }) => kind)
    const [proposing, checking] = ["table-proposed", "output-checked"]
    expect(kinds).toEqual(["ledger-begun", proposing, checking, checking, "table-released"])
    expect((await verdicts(evidence)).map(({ status }) => status)).toEqual(["upheld", "upheld", "upheld"])
    for (const statement of [
      "update proposal set title = 'x'",
      "delete from proposal",
      "update proposal_cell set responses = 10",
      "delete from proposal_cell",
      "update proposal_proof set witnesses = '[]'",
      "delete from proposal_proof",
      "update output_check set checked_on = '2021-06-02'",
      "delete from output_check",
      "update table_release set released_on = '2021-06-02'",
      "delete from table_release",
      `insert into proposal_cell values ('${proposal.state.id}', 99, '[]', 20, 1, '0123456789abcdef')`,
    ])
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow()
  })

  test("refuses by SQL the author as a checker, a single checker, and a check after the release", async () => {
    const { evidence, db, proposal, one } = await store()
    await run(evidence.outputs.keepProposal(proposal))
    const { id } = proposal.state
    const checking = (person: string, on: string) =>
      db.insertInto("output_check").values({ proposal: id, person, checked_on: on }).execute()
    const releasing = () =>
      db
        .insertInto("table_release")
        .values({
          ...{ place: 1, proposal: id, approver: personOf("director-of-evidence") },
          ...{ audit: id, digest: id, released_on: "2021-06-01" },
        })
        .execute()
    await expect(checking(author, "2021-06-01")).rejects.toThrow(/others than its author/)
    await expect(checking(personOf("dpo"), "2021-05-31")).rejects.toThrow(/others than its author/)
    await expect(releasing()).rejects.toThrow(/checked by two others/)
    await run(evidence.outputs.keepCheck(one))
    await expect(checking(one.state.person, "2021-06-01")).rejects.toThrow()
    await expect(releasing()).rejects.toThrow(/checked by two others/)
    await checking(personOf("evidence-team", 1), "2021-06-02")
    await expect(releasing()).rejects.toThrow(/checked by two others/)
    await checking(personOf("evidence-team", 2), "2021-06-01")
    await releasing()
    await expect(run(evidence.outputs.releases), "not in the ledger").rejects.toThrow(
      "contradict each other or its ledger",
    )
    const contradicted = { status: "broken", observed: "damage or contradiction found in the releases" }
    expect(await verdicts(evidence)).toEqual([contradicted, contradicted, contradicted])
  })

  test("refuses by SQL a published count of 1 to 9 and a geography finer than a region", async () => {
    const { evidence, db, proposal } = await store()
    const { id } = proposal.state
    const proposing = (geographies: readonly string[]) =>
      db
        .insertInto("proposal")
        .values({
          ...{ id, author, title: "T", cut: "C", geographies: JSON.stringify(geographies) },
          ...{ dimensions: "[]", hierarchies: "[]", proposed_on: "2021-06-01" },
        })
        .execute()
    for (const geographies of [["E09000007"], ["England", "E01000001"], ["E12000010"], []])
      await expect(proposing(geographies), geographies.join()).rejects.toThrow(/England or a region/)
    await proposing(["England", "E12000009"])
    const cell = (place: number, responses: number, published: number, key = "0123456789abcdef") =>
      db
        .insertInto("proposal_cell")
        .values({ proposal: id, place, labels: "[]", responses, published, records_key: key })
        .execute()
    for (const count of [1, 5, 9]) await expect(cell(0, count, 1), `${count}`).rejects.toThrow()
    await expect(cell(0, -1, 0)).rejects.toThrow()
    await expect(cell(0, 0, 1), "nobody has a key").rejects.toThrow()
    await cell(0, 9, 0)
    await cell(1, 10, 1)
    await cell(2, 0, 1, "0".repeat(16))
    expect(await run(evidence.outputs.standings)).toHaveLength(1)
  })

  test("refuses a release from a rehearsal", async () => {
    const { evidence, proposal, one, other, released } = await store("rehearsal")
    const { outputs } = evidence
    await run(outputs.keepProposal(proposal))
    await run(outputs.keepCheck(one))
    await run(outputs.keepCheck(other))
    await expect(run(outputs.keepRelease(released, 0))).rejects.toThrow("refused a row")
    expect(await run(outputs.releases)).toEqual([])
  })

  test("deletes withheld counts and their proofs only once the answers are destroyed", {
    tags: ["retention-reviewed-after-two-years"],
  }, async () => {
    const { evidence, db, proposal } = await store()
    await run(evidence.outputs.keepProposal(proposal))
    const dropping = async () => {
      for (const part of ["proposal_proof", "proposal_cell"] as const) await db.deleteFrom(part).execute()
    }
    await expect(dropping()).rejects.toThrow(/kept while answers are/)
    for (const statement of [
      "insert into retention (given_on, state, due_on) values ('2021-05-01', 'active', '2023-05-01')",
      "update retention set state = 'review-due', decide_before = '2023-06-01'",
    ]) {
      await sql.raw(statement).execute(db)
      await expect(dropping(), statement).rejects.toThrow(/kept while answers are/)
    }
    await sql
      .raw(
        `update retention set state = 'destroyed', decide_before = null, destroyed_on = '2023-05-02', destroyed_by = 'clock', scan = '${proposal.state.id}'`,
      )
      .execute(db)
    await dropping()
    expect(await run(evidence.outputs.standings)).toHaveLength(1)
  })

  test("does not restore what an administrator changed", async () => {
    const { evidence, db, proposal } = await store()
    await run(evidence.outputs.keepProposal(proposal))
    await sql.raw(`drop trigger cell_is_final${engine === "postgres" ? " on proposal_cell" : ""}`).execute(db)
    await sql.raw("update proposal_cell set responses = responses + 100 where place = 0").execute(db)
    await expect(run(evidence.outputs.proposal(proposal.state.id))).rejects.toThrow()
  })
})
