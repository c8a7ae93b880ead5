/** Whole answer sets that come again on one day are flagged and kept, and what they were known by goes with the day. */
import { Effect } from "effect"
import { expect, test } from "vitest"
import { isWhole } from "../../policy/quality/flag.ts"
import { openedEvidence, rawEvidence } from "../support/evidence.ts"
import { engines } from "../support/store.ts"
import { done, matchedSamples, ready, received } from "../support/transfer.ts"

const tags = ["quality-checked-before-analysis" as const]
const [first, second] = ["2026-03-02", "2026-03-03"]
const mark = "same-answers-as-another"

test.each(engines)(
  "on %s all but one of those that are the same, in one batch or in several",
  { tags },
  async (engine) => {
    const samples = matchedSamples(80, 8)
    const [whole] = samples.filter(isWhole)
    const [small] = samples.filter((each) => !isWhole(each))
    if (whole === undefined || small === undefined) throw new Error("no sample to repeat")
    const others = samples.slice(60)
    const place = await ready(engine, {
      [first]: [whole, whole, ...others, whole, small, small],
      [second]: [whole, ...matchedSamples(6, 9)],
    })
    await done(place, undefined, undefined, 5)
    expect(await received(place)).toEqual(place.sent)
    const { db } = rawEvidence(place.evidence)
    const kept = await db.selectFrom("kept_response").select(["day", "flags"]).execute()
    const marked = kept.filter(({ flags }) => JSON.parse(flags).includes(mark)).map(({ day }) => day)
    expect(marked).toEqual([first, first])
    const flagged = await Effect.runPromise((await openedEvidence(place.evidence)).arrivals.flagged)
    expect(flagged.get(mark)).toBe(2)
    expect(await db.selectFrom("answer_set").selectAll().execute()).toEqual([])
  },
)
