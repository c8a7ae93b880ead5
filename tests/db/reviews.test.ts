/** Two people never review one text at once, the top band needs two, a review can be undone, and each view is in the ledger. */
import { Effect } from "effect"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import type { TextKey } from "../../db/evidence/texts.ts"
import { reviewAgreement } from "../../db/free-text/agreement.ts"
import { decide, escalate, nextText, undo } from "../../db/free-text/review.ts"
import { rawEvidence } from "../support/evidence.ts"
import { holding, reviewing } from "../support/reviewing.ts"
import { engines } from "../support/store.ts"

const tags = ["free-text-cleaned-before-analysis" as const]
const minutes = 60_000

describe.each(engines)("a review on %s", (engine) => {
  test("is leased to one person at a time, and a lease that ends mid-review records nothing", { tags }, async () => {
    const { context, run, reviewer, time, place } = await reviewing(engine)
    const [one, other] = [await reviewer(0), await reviewer(1)]
    const [first, second] = await Promise.all([run(nextText(context, one)), run(nextText(context, other))])
    if (first === undefined || second === undefined) throw new Error("nothing waits")
    expect(second.key).not.toEqual(first.key)
    await expect(run(decide(context, other, first.key, []))).rejects.toMatchObject({ because: "of-another" })
    time.now += 11 * minutes
    await expect(run(decide(context, one, first.key, []))).rejects.toMatchObject({ because: "expired" })
    const { db } = rawEvidence(place.evidence)
    expect(await db.selectFrom("text_review").selectAll().execute()).toEqual([])
    const views = await db.selectFrom("ledger").selectAll().where("kind", "=", "text-viewed").execute()
    expect(views).toHaveLength(2)
    expect(JSON.stringify(views)).not.toContain(first.words)
  })

  test("of the top band waits for a second person, and for a third where they differ", { tags }, async () => {
    const { context, run, reviewer, evidence, place } = await reviewing(engine, holding(["indirect"]), 9)
    const people = [await reviewer(0), await reviewer(1), await reviewer(2)] as const
    // Two of the three have reviewed other texts before: the adjudicator stays last all the same.
    for (const person of [people[0], people[1]])
      for (let before = 0; before < 2; before++) {
        const other = await run(nextText(context, person))
        if (other !== undefined) await run(decide(context, person, other.key, []))
      }
    const view = await run(nextText(context, people[0]))
    if (view === undefined) throw new Error("nothing waits")
    const name = { start: 0, end: 1, kind: "person" }
    await run(decide(context, people[0], view.key, [name]))
    expect((await run(evidence.texts.counts)).reviewed).toBe(2)
    const again = await run(nextText(context, people[1]))
    expect(again).toMatchObject({ key: view.key, wants: "second" })
    await run(decide(context, people[1], view.key, []))
    const last = await run(nextText(context, people[2]))
    expect(last).toMatchObject({ key: view.key, wants: "adjudicator" })
    await run(decide(context, people[2], view.key, [name]))
    expect((await run(evidence.texts.counts)).reviewed).toBe(3)
    const { db } = rawEvidence(place.evidence)
    const cleaned = await db.selectFrom("scanned_text").select("cleaned").where("state", "=", "reviewed").execute()
    expect(cleaned.filter((each) => each.cleaned?.startsWith("[name 1]"))).toHaveLength(1)
    await expect(run(undo(context, people[1]))).rejects.toMatchObject({ _tag: "NothingToUndo" })
    expect((await run(nextText(context, people[0])))?.key).not.toEqual(view.key)
    expect(await run(evidence.reviews.doubled)).toHaveLength(7)
    expect((await run(reviewAgreement(evidence))).texts).toBe(3)
  })

  test("by the database's own rules needs people", { tags }, async () => {
    const { place } = await reviewing(engine, holding(["indirect"]), 6)
    const { db } = rawEvidence(place.evidence)
    const reviewed = "update scanned_text set state = 'reviewed', cleaned = 'x' where state = 'held'"
    await expect(sql.raw(reviewed).execute(db)).rejects.toThrow("reviewed by people")
    await sql
      .raw(`insert into text_review select response, question, detector, '${"a".repeat(16)}', 1, '[]', '2026-03-03'
      from scanned_text`)
      .execute(db)
    await expect(sql.raw(reviewed).execute(db)).rejects.toThrow("reviewed by people")
  })

  test("is taken back by its reviewer, and a text is escalated out of the queue", { tags }, async () => {
    const { context, run, reviewer, evidence } = await reviewing(engine, holding(["uncertain"]), 3)
    const one = await reviewer(0)
    const seen: TextKey[] = []
    for (let view = await run(nextText(context, one)); view !== undefined; view = await run(nextText(context, one))) {
      seen.push(view.key)
      if (seen.length === 1) await run(escalate(context, one, view.key))
      else await run(decide(context, one, view.key, []))
    }
    const { held, reviewed } = await run(evidence.texts.counts)
    expect(held + reviewed).toBe(seen.length)
    expect(held).toBeGreaterThan(0)
    await run(undo(context, one))
    const next = await run(nextText(context, one))
    expect(next?.key).toEqual(seen.at(-1))
    if (next === undefined) throw new Error("nothing waits")
    await expect(run(decide(context, one, next.key, [{ start: 0, end: 4_000, kind: "person" }]))).rejects.toMatchObject(
      { _tag: "SpansRefused" },
    )
    await expect(run(undo(context, await reviewer(2)))).rejects.toMatchObject({ _tag: "NothingToUndo" })
    expect(await Effect.runPromise(evidence.bodiesOf("text-escalated"))).toHaveLength(1)
  })
})
