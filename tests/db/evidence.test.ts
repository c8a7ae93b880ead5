/** Stores each step with its ledger entry or neither, restores it unchanged, and refuses an illegal step. */
import { assert } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import type { Evidence } from "../../db/evidence/evidence.ts"
import { teamOf } from "../../db/evidence/team.ts"
import { Team } from "../../policy/capability/member.ts"
import { closeCollection } from "../../policy/custody/close-collection.ts"
import { type CollectionState, closeEarly, notOpen, openCollection } from "../../policy/custody/collection.ts"
import { confirmErased } from "../../policy/custody/destroyed.ts"
import { certifyDeletion, takeExtract } from "../../policy/custody/extract.ts"
import { destroy, extend, type RetentionState, retain, stepsDue } from "../../policy/custody/retention.ts"
import type { Step } from "../../policy/record/step.ts"
import { evidenceTeamOnly } from "../../policy/rules/evidence-team-only.ts"
import { processorExtractsDeletedAtClose } from "../../policy/rules/processor-extracts-deleted-at-close.ts"
import { retentionReviewedAfterTwoYears } from "../../policy/rules/retention-reviewed-after-two-years.ts"
import { webServerEmptiedAtClose } from "../../policy/rules/web-server-emptied-at-close.ts"
import { newEvidenceSource, openedEvidence, rawEvidence } from "../support/evidence.ts"
import { asking, emptied, reasons, window } from "../support/policy/custody.ts"
import { factsOf } from "../support/policy/facts.ts"
import { World } from "../support/policy/histories.ts"
import { day, digest, granted, memberOf } from "../support/policy/team.ts"
import { engines } from "../support/store.ts"

const run = Effect.runPromise
const kindsIn = async (evidence: Evidence["Service"]) =>
  (await run(Stream.runCollect(evidence.ledger))).map(({ kind }) => kind)

const success = <A, E>(
  result: { readonly _tag: "Success"; readonly success: A } | { readonly _tag: "Failure"; readonly failure: E },
): A => {
  if (result._tag === "Failure") throw new Error("it was refused")
  return result.success
}

describe.each(engines)("the evidence store on %s", (engine) => {
  const empty = async () => {
    const source = await newEvidenceSource(engine)
    return { source, evidence: await openedEvidence(source), db: rawEvidence(source).db }
  }

  test("stores and restores a collection with an extract at each step from opening to close", {
    tags: ["processor-extracts-deleted-at-close", "web-server-emptied-at-close"],
  }, async () => {
    const { evidence, db } = await empty()
    const world = new World(Date.parse("2027-04-20T09:00:00Z"), window)
    const kept = async (step: Step<CollectionState>) => {
      await run(evidence.keepCollection(step))
      expect(await run(evidence.collection)).toEqual(step.state)
    }
    expect(await run(evidence.collection)).toEqual(notOpen())
    const opened = success(world.run(openCollection(notOpen())))
    await kept(opened)

    const draft = { ...asking, expiresOn: "2027-04-22" }
    const taken = success(world.act("take-extract", "processor", (may) => takeExtract(may, opened.state, draft)))
    await run(evidence.keepExtract(taken))
    expect(await run(evidence.extracts)).toEqual([taken.state])
    expect(await run(evidence.collection)).toEqual(taken.collection)

    const closing = success(
      world.act("close-collection", "director-of-evidence", (may) => closeEarly(may, taken.collection)),
    )
    await kept(closing)
    const late = {
      ...taken,
      state: success(world.act("take-extract", "processor", (may) => takeExtract(may, opened.state, draft))).state,
    }
    await expect(run(evidence.keepExtract(late))).rejects.toThrow("refused a row")

    const attestation = digest("attestation")
    const certified = success(
      world.act("certify-extract-deletion", "director-of-evidence", (may) =>
        certifyDeletion(may, taken.state, { deletedOn: "2027-04-20", attestation }),
      ),
    )
    const closed = success(
      world.run(Effect.flatMap(emptied, (gone) => closeCollection(closing.state, [certified.state], gone))),
    )
    await expect(run(evidence.keepCollection(closed)), "before the deletion is on record").rejects.toThrow(
      "refused a row",
    )
    await run(evidence.keepExtract(certified))
    expect(await run(evidence.extracts)).toEqual([certified.state])
    await kept(closed)
    await expect(run(evidence.keepExtract(certified)), "twice").rejects.toThrow("refused a row")

    const kinds = ["ledger-begun", "collection-opened", "extract-taken", "collection-closing"]
    expect(await kindsIn(evidence)).toEqual([...kinds, "extract-deletion-certified", "collection-closed"])
    await run(evidence.verify())
    for (const statement of [
      "update collection_state set closing_on = null",
      "update collection_state set closed_on = null, rows_digest = null",
      "update collection_state set opened_on = '2027-04-18'",
      "delete from collection_state",
      "update extract set deleted_on = null, attestation = null",
      "update extract set reason = 'Another reason.'",
      "delete from extract_field",
      "delete from extract",
    ])
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow()
  })

  test("stores and restores a day's retention at each step from two years to destruction", {
    tags: ["retention-reviewed-after-two-years"],
  }, async () => {
    const { evidence, db } = await empty()
    const of = day("2028-02-29")
    const world = new World(Date.parse("2030-02-28T09:00:00Z"), "always")
    const kept = async <S extends RetentionState>(step: Step<S>): Promise<S> => {
      await run(evidence.keepRetention(step))
      expect(await run(evidence.retentions)).toEqual([step.state])
      return step.state
    }
    await run(evidence.retain(retain(of)))
    expect(await run(evidence.retentions)).toEqual([retain(of)])
    await expect(run(evidence.retain(retain(of))), "begun twice").rejects.toThrow("refused a row")

    const [due] = stepsDue(retain(of), day(world.today))
    if (due?.state.state !== "review-due") return assert.fail("the review did not fall due")
    await kept(due)
    const review = due.state
    const longer = success(
      world.act("extend-retention", "head-of-data-science", (may) =>
        Effect.flatMap(granted("extend-retention", "director-of-evidence"), (second) =>
          extend(may, second, review, { ...reasons, until: "2031-02-28" }),
        ),
      ),
    )
    const extended = await kept(longer)
    const gone = confirmErased({ of, residue: "none", scan: digest("scan") })
    const destroyed = success(
      world.run(
        Effect.gen(function* () {
          const one = yield* granted("destroy-data", "head-of-data-science")
          const other = yield* granted("destroy-data", "director-of-evidence")
          return yield* destroy(one, other, extended, yield* gone)
        }),
      ),
    )
    await kept(destroyed)
    await expect(run(evidence.keepRetention(longer)), "after destruction").rejects.toThrow("refused a row")
    expect(await kindsIn(evidence)).toEqual(["ledger-begun", "review-fell-due", "retention-extended", "data-destroyed"])
    await expect(sql`delete from retention`.execute(db)).rejects.toThrow("stays on record")
  })

  test("records nothing for a refused change, and changes nothing for a refused record", async () => {
    const { evidence, db } = await empty()
    const [due] = stepsDue(retain(day("2027-04-19")), day("2029-04-19"))
    if (due === undefined) return assert.fail("the review did not fall due")
    await expect(run(evidence.keepRetention(due)), "a step without a stored state").rejects.toThrow()
    expect(await kindsIn(evidence)).toEqual(["ledger-begun"])
    await run(evidence.retain(retain(day("2027-04-19"))))
    const long = { ...due, record: { ...due.record, body: { of: "x".repeat(3_000) } } } as unknown as typeof due
    await expect(run(evidence.keepRetention(long))).rejects.toThrow()
    expect((await run(evidence.retentions)).map(({ state }) => state)).toEqual(["active"])
    expect(await db.selectFrom("ledger").select("seq").execute()).toHaveLength(1)
  })

  test("adds, changes and removes a member of the named list, and refuses an incomplete one", {
    tags: ["evidence-team-only"],
  }, async () => {
    const { evidence, db } = await empty()
    const member = memberOf("evidence-team")
    await run(evidence.keepMember(member))
    await run(evidence.keepMember({ ...member, trainedOn: day("2027-04-01") }))
    expect(await run(evidence.members)).toEqual([{ ...member, trainedOn: day("2027-04-01") }])
    for (const set of [
      "trained_on = null",
      "trained_on = '2027-02-29'",
      "clearance = 'trusted'",
      "clearance_until = null",
      "role = 'auditor'",
      "project = 'business-plan'",
      "person = 'A. Person'",
    ])
      await expect(sql.raw(`update member set ${set}`).execute(db), set).rejects.toThrow()
    for (const _ of [1, 2]) await run(evidence.dropMember(member.person))
    const [one, other, ...more] = await run(evidence.bodiesOf("member-listed"))
    expect([one, other]).toMatchObject(Array(2).fill({ role: "evidence-team", until: member.until }))
    expect(one?.member).toBe(other?.member)
    expect(JSON.stringify(one)).not.toContain(member.person)
    expect(more).toEqual([])
    expect(await run(evidence.bodiesOf("member-unlisted"))).toMatchObject([{ member: one?.member }])
    const team = await run(
      Effect.provide(
        Effect.flatMap(Team, ({ members }) => members),
        teamOf(evidence),
      ),
    )
    expect(team).toEqual([])
  })

  test("shows the audits of custody its current state", async () => {
    const { evidence } = await empty()
    const verdicts = async () => {
      const facts = await run(factsOf(evidence))
      const rules = [retentionReviewedAfterTwoYears, evidenceTeamOnly, processorExtractsDeletedAtClose]
      return rules.map(({ audit }) => audit(facts).status)
    }
    expect(await verdicts()).toEqual(["not checked", "not checked", "upheld"])
    await run(evidence.keepMember(memberOf("evidence-team")))
    await run(evidence.retain(retain(day("2020-01-01"))))
    expect(await verdicts()).toEqual(["broken", "upheld", "upheld"])
    expect(webServerEmptiedAtClose.enforcedBy).toContain("database")
  })
})
