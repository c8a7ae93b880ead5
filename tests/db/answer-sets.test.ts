/** Flags answer sets that repeat, or nearly repeat, on one day, keeps the responses, and deletes the digests with the day. */
import { Effect } from "effect"
import { expect, test } from "vitest"
import { sharedParts } from "../../policy/response/alikeness.ts"
import { isDistinctive } from "../../policy/response/quality-flags.ts"
import { openedEvidence, rawEvidence } from "../support/evidence.ts"
import { engines } from "../support/store.ts"
import { done, matchedSamples, ready, received } from "../support/transfer.ts"

const tags = ["quality-checked-before-analysis" as const]
const [first, second] = ["2026-03-02", "2026-03-03"]
const mark = "same-answers-as-another"

test.each(engines)(
  "on %s every repeat but the first is flagged, in one batch or in several",
  { tags },
  async (engine) => {
    const samples = matchedSamples(80, 8)
    const [whole] = samples.filter(isDistinctive)
    const [small] = samples.filter((each) => !isDistinctive(each))
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

test("a copy that changes one answer is flagged like the same answers", { tags }, async () => {
  const samples = matchedSamples(80, 8)
  const whole = samples.find((each) => sharedParts(each).length === 3)
  if (whole === undefined) throw new Error("no sample to change")
  const chosen = Object.keys(whole.answers).filter((key) => key !== "setting")
  const copies = chosen
    .slice(0, 2)
    .map((key) => ({ ...whole, answers: { ...whole.answers, [key]: "prefer-not-to-say" } }) as typeof whole)
  const place = await ready("sqlite", {
    [first]: [whole, ...copies.slice(0, 1), ...samples.slice(60)],
    [second]: [whole, ...copies.slice(1)],
  })
  await done(place)
  const flagged = await Effect.runPromise((await openedEvidence(place.evidence)).arrivals.flagged)
  expect(flagged.get(mark)).toBe(2)
})
