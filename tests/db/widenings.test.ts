/** A table finer than a region is kept and released, on both databases, only by a supervisor's decision that the ledger has, in force. */
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { observed } from "../../db/evidence/observed.ts"
import type { OutputCheck } from "../../policy/disclosure/output-check.ts"
import { proposeTable } from "../../policy/disclosure/proposal.ts"
import { release } from "../../policy/disclosure/release.ts"
import { narrow } from "../../policy/disclosure/widening.ts"
import type { Step } from "../../policy/evidence/step.ts"
import { aggregatesOnlyBeyondTheTeam } from "../../policy/rules/aggregates-only-beyond-the-team.ts"
import { author, finerDraft, hands, staff, widening } from "../policy/release.ts"
import { digest, granted, memberOf, midday, personOf } from "../policy/team.ts"
import { newEvidenceSource, openedEvidence, rawEvidence } from "../support/evidence.ts"
import { engines } from "../support/store.ts"

const tags = ["aggregates-only-beyond-the-team"] as const
const run = Effect.runPromise

const finerSteps = Effect.gen(function* () {
  yield* TestClock.setTime(midday("2021-06-01"))
  const widened = yield* widening()
  const again = yield* widening("Another reason for it")
  const draft = yield* finerDraft(widened.state)
  const proposal = yield* proposeTable(yield* granted("read-responses", "evidence-team", 9), draft, widened.state)
  const given = yield* hands(proposal.state)
  const [one, other] = given.checks.map((state) => ({
    state,
    record: { kind: "output-checked" as const, body: { proposal: proposal.state.id, on: state.on } },
  })) as [Step<OutputCheck>, Step<OutputCheck>]
  const released = yield* release(proposal.state, { ...given, widened: widened.state })
  const taken = yield* narrow(yield* granted("widen-geography", "director-of-evidence"), widened.state)
  return { widened, again, proposal, one, other, released, taken }
})

describe.each(engines)("a wider geography on %s", { tags: [...tags] }, (engine) => {
  const store = async () => {
    const source = await newEvidenceSource(engine)
    return { evidence: await openedEvidence(source, { mode: "live" }), db: rawEvidence(source).db }
  }

  test("a table finer than a region is kept and released only while a supervisor's decision for it stands", async () => {
    const { evidence, db } = await store()
    const { outputs } = evidence
    const { widened, again, proposal, one, other, released, taken } = await run(
      finerSteps.pipe(Effect.provide([staff, TestClock.layer()])),
    )
    const refused = async (work: Effect.Effect<unknown, unknown>, why: string) =>
      expect(run(work), why).rejects.toThrow("refuses a row")
    await refused(outputs.keepProposal(proposal), "without the decision")
    await refused(outputs.keepWidening(widened), "by nobody on the list")
    for (const role of ["head-of-data-science", "evidence-team"] as const)
      await run(evidence.keepMember(memberOf(role)))
    const row = {
      ...{ geography: "local-authority", because: "Councils asked", role: "head-of-data-science" as const },
      decided_on: "2021-06-01",
    }
    for (const [person, change] of [
      [personOf("evidence-team"), {}],
      [personOf("evidence-team"), { role: "evidence-team" }],
      [personOf("head-of-data-science"), { geography: "lsoa" }],
      [personOf("head-of-data-science"), { because: " " }],
      [personOf("head-of-data-science"), { decided_on: "2021-03-31" }],
    ] as const) {
      const values = { id: digest("none"), person, ...row, ...change } as typeof row & { id: string; person: string }
      await expect(db.insertInto("widening").values(values).execute(), JSON.stringify(change)).rejects.toThrow()
    }
    const proposing = (geographies: readonly string[], widened_by: string, by: string = author) =>
      db
        .insertInto("proposal")
        .values({
          ...{ id: digest(geographies.join()), author: by, title: "T", cut: "C", widened_by },
          ...{
            geographies: JSON.stringify(geographies),
            dimensions: "[]",
            hierarchies: "[]",
            proposed_on: "2021-06-01",
          },
        })
        .execute()
    const unrecorded = digest("unrecorded")
    await db
      .insertInto("widening")
      .values({ id: unrecorded, person: personOf("head-of-data-science"), ...row })
      .execute()
    await expect(proposing(["E09000007"], unrecorded), "not in the ledger").rejects.toThrow(/signed decision/)
    expect(await run(outputs.widenings)).toEqual([])

    await run(outputs.keepWidening(widened))
    await refused(outputs.keepWidening(widened), "twice")
    await refused(outputs.keepWidening(again), "another while it is in force")
    expect(await run(outputs.widenings)).toEqual([widened.state])
    for (const statement of ["update widening set because = 'Another reason'", "delete from widening"])
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow()
    const { id } = widened.state
    for (const places of [["E01000001"], ["E09000007", "E02000001"], ["E10000003"], ["E090000071"], ["England"], []])
      await expect(proposing(places, id), places.join()).rejects.toThrow(/signed decision/)
    await expect(proposing(["E09000007"], id, personOf("head-of-data-science"))).rejects.toThrow(/signed decision/)
    await run(outputs.keepProposal(proposal))
    expect(await run(outputs.proposal(proposal.state.id))).toEqual({
      ...{ proposal: proposal.state, checks: [], widened: widened.state },
    })
    await run(outputs.keepCheck(one))
    await run(outputs.keepCheck(other))
    await run(outputs.keepWidening(taken))
    expect(await run(outputs.widenings)).toEqual([taken.state])
    await refused(outputs.keepRelease(released, 0), "after it was taken back")
    await expect(proposing(["E09000007"], id), "after it was taken back").rejects.toThrow(/signed decision/)
    await run(outputs.keepWidening(again))
    await expect(proposing(["E09000007"], again.state.id), "by the next").resolves.toBeDefined()
    expect(await run(outputs.releases)).toEqual([])
  })

  test("what was released by a decision stays when it is taken back, and the audit tells both", async () => {
    const { evidence, db } = await store()
    const { outputs } = evidence
    const { widened, proposal, one, other, released, taken } = await run(
      finerSteps.pipe(Effect.provide([staff, TestClock.layer()])),
    )
    await run(evidence.keepMember(memberOf("head-of-data-science")))
    await run(outputs.keepWidening(widened))
    await run(outputs.keepProposal(proposal))
    await run(outputs.keepCheck(one))
    await run(outputs.keepCheck(other))
    await run(outputs.keepRelease(released, 0))
    await run(outputs.keepWidening(taken))
    const [kept] = await run(outputs.releases)
    expect(kept?.table).toEqual(released.state.table)
    expect(kept?.widened).toEqual(taken.state)
    expect(await run(Effect.provide(aggregatesOnlyBeyondTheTeam.audit, observed(evidence)))).toMatchObject({
      ...{ status: "upheld", observed: expect.stringContaining("2 local authorities by decision") },
    })
    const anyone = engine === "postgres" ? " on widening" : ""
    await sql.raw(`drop trigger widening_is_final${anyone}`).execute(db)
    await sql.raw("update widening set because = 'Nobody said so'").execute(db)
    await expect(run(outputs.releases), "a reason that nobody gave").rejects.toThrow()
  })
})
