/** Stores and releases a table finer than a region only under a supervisor's decision in force, on both databases. */
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import type { Step } from "../../policy/record/step.ts"
import { withdrawGeographyException } from "../../policy/release/geography-exception.ts"
import type { OutputCheck } from "../../policy/release/output-check.ts"
import { proposeTable } from "../../policy/release/proposal.ts"
import { release } from "../../policy/release/release.ts"
import { aggregatesOnlyBeyondTheTeam } from "../../policy/rules/aggregates-only-beyond-the-team.ts"
import { newEvidenceSource, openedEvidence, rawEvidence } from "../support/evidence.ts"
import { factsOf } from "../support/policy/facts.ts"
import { author, finerDraft, hands, staff, widening } from "../support/policy/release.ts"
import { digest, granted, memberOf, midday, personOf } from "../support/policy/team.ts"
import { engines } from "../support/store.ts"

const tags = ["aggregates-only-beyond-the-team"] as const
const run = Effect.runPromise

const finerSteps = Effect.gen(function* () {
  yield* TestClock.setTime(midday("2021-06-01"))
  const exception = yield* widening()
  const again = yield* widening("Another reason for it")
  const draft = yield* finerDraft(exception.state)
  const proposal = yield* proposeTable(yield* granted("read-responses", "evidence-team", 9), draft, exception.state)
  const given = yield* hands(proposal.state)
  const [one, other] = given.checks.map((state) => ({
    state,
    record: { kind: "output-checked" as const, body: { proposal: proposal.state.id, on: state.on } },
  })) as [Step<OutputCheck>, Step<OutputCheck>]
  const released = yield* release(proposal.state, { ...given, exception: exception.state })
  const taken = yield* withdrawGeographyException(
    yield* granted("widen-geography", "director-of-evidence"),
    exception.state,
  )
  return { exception, again, proposal, one, other, released, taken }
})

describe.each(engines)("a geography exception on %s", { tags: [...tags] }, (engine) => {
  const store = async () => {
    const source = await newEvidenceSource(engine)
    return { evidence: await openedEvidence(source, { mode: "live" }), db: rawEvidence(source).db }
  }

  test("allows a table finer than a region only while a supervisor's decision is in force", async () => {
    const { evidence, db } = await store()
    const { outputs } = evidence
    const { exception, again, proposal, one, other, released, taken } = await run(
      finerSteps.pipe(Effect.provide([staff, TestClock.layer()])),
    )
    const refused = async (work: Effect.Effect<unknown, unknown>, why: string) =>
      expect(run(work), why).rejects.toThrow("refused a row")
    await refused(outputs.keepProposal(proposal), "without the decision")
    await refused(outputs.keepWidening(exception), "by nobody on the list")
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

    await run(outputs.keepWidening(exception))
    await refused(outputs.keepWidening(exception), "twice")
    await refused(outputs.keepWidening(again), "another while it is in force")
    expect(await run(outputs.widenings)).toEqual([exception.state])
    for (const statement of ["update widening set because = 'Another reason'", "delete from widening"])
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow()
    const { id } = exception.state
    for (const places of [["E01000001"], ["E09000007", "E02000001"], ["E10000003"], ["E090000071"], ["England"], []])
      await expect(proposing(places, id), places.join()).rejects.toThrow(/signed decision/)
    await expect(proposing(["E09000007"], id, personOf("head-of-data-science"))).rejects.toThrow(/signed decision/)
    await run(outputs.keepProposal(proposal))
    expect(await run(outputs.proposal(proposal.state.id))).toEqual({
      ...{ proposal: proposal.state, checks: [], exception: exception.state },
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

  test("leaves a released table when it is revoked, and the audit reports both", async () => {
    const { evidence, db } = await store()
    const { outputs } = evidence
    const { exception, proposal, one, other, released, taken } = await run(
      finerSteps.pipe(Effect.provide([staff, TestClock.layer()])),
    )
    await run(evidence.keepMember(memberOf("head-of-data-science")))
    await run(outputs.keepWidening(exception))
    await run(outputs.keepProposal(proposal))
    await run(outputs.keepCheck(one))
    await run(outputs.keepCheck(other))
    await run(outputs.keepRelease(released, 0))
    await run(outputs.keepWidening(taken))
    const [kept] = await run(outputs.releases)
    expect(kept?.table).toEqual(released.state.table)
    expect(kept?.exception).toEqual(taken.state)
    expect(aggregatesOnlyBeyondTheTeam.audit(await run(factsOf(evidence)))).toMatchObject({
      ...{ status: "upheld", observed: expect.stringContaining("2 local authorities by decision") },
    })
    const anyone = engine === "postgres" ? " on widening" : ""
    await sql.raw(`drop trigger widening_is_final${anyone}`).execute(db)
    await sql.raw("update widening set because = 'No reason given'").execute(db)
    await expect(run(outputs.releases), "a reason that nobody gave").rejects.toThrow()
  })
})
