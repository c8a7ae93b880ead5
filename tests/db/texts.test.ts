/** Scans each text as a transfer moves it, holds what no detector has seen, and refuses by SQL each step that a text may not take. */
import { Effect } from "effect"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import type { Source } from "../../db/connect.ts"
import { scanWaiting } from "../../db/free-text/scan-waiting.ts"
import { detectorVersion } from "../../policy/free-text/detector.ts"
import { DetectorDataRefused } from "../../policy/free-text/lexicon/tables.ts"
import { openedEvidence, rawEvidence } from "../support/evidence.ts"
import { engines } from "../support/store.ts"
import { stubDetector } from "../support/stub-detector.ts"
import { matchedSamples, type Ready, ready, transferring } from "../support/transfer.ts"

const tags = ["free-text-cleaned-before-analysis" as const]
const day = "2026-03-02"

const countsIn = async (source: Source) => Effect.runPromise((await openedEvidence(source)).texts.counts)

const moved = (place: Ready, detector = Effect.succeed(stubDetector) as Parameters<typeof transferring>[4]) =>
  Effect.runPromise(transferring(place, undefined, undefined, undefined, detector))

const refused = Effect.fail(new DetectorDataRefused({ message: "The weights are of another version." }))

describe.each(engines)("%s", (engine) => {
  test("scans what a transfer moves, in the same transaction", { tags }, async () => {
    const place = await ready(engine, { [day]: matchedSamples(60, 8) })
    expect(await moved(place)).toMatchObject({ finished: [day] })
    const { received, clean, held } = await countsIn(place.evidence)
    expect(received).toBe(0)
    expect(clean).toBeGreaterThan(0)
    const { db } = rawEvidence(place.evidence)
    expect(await db.selectFrom("quarantine").selectAll().execute()).toHaveLength(clean + held)
  })

  test("without a detector everything moves and waits unscanned, and the next run scans it", { tags }, async () => {
    const place = await ready(engine, { [day]: matchedSamples(60, 8) })
    const first = await moved(place, refused)
    expect(first).toMatchObject({ finished: [day], texts: { _tag: "DetectorDataRefused" } })
    const before = await countsIn(place.evidence)
    expect(before).toMatchObject({ clean: 0, held: 0 })
    expect(before.received).toBeGreaterThan(0)
    expect((await moved(place)).texts).toBeUndefined()
    const after = await countsIn(place.evidence)
    expect([after.received, after.clean + after.held]).toEqual([0, before.received])
  })

  test("a later detector scans again, and holds what it now finds", { tags }, async () => {
    const place = await ready(engine, { [day]: matchedSamples(60, 8) })
    await moved(place)
    const before = await countsIn(place.evidence)
    const version = detectorVersion + 1
    const stricter = {
      version,
      detect: (text: string) => ({ ...stubDetector.detect(text), decision: "held" as const }),
    }
    const evidence = await openedEvidence(place.evidence)
    const scanning = () => Effect.runPromise(scanWaiting(evidence, Effect.succeed(stricter), version))
    expect(await scanning()).toBe(before.clean + before.held)
    expect(await countsIn(place.evidence)).toMatchObject({ clean: 0, held: before.clean + before.held })
    expect(await scanning()).toBe(0)
  })

  test("refuses each step that a text may not take", { tags }, async () => {
    const place = await ready(engine, { [day]: matchedSamples(60, 8) })
    await moved(place)
    const { db } = rawEvidence(place.evidence)
    const clean = "select * from scanned_text where state = 'clean' limit 1"
    for (const [statement, says] of [
      ["update scanned_text set state = 'clean', cleaned = 'x', risk = 0, because = '[]' where state = 'held'", "step"],
      ["update scanned_text set state = 'reviewed' where state = 'clean'", "step"],
      ["update scanned_text set cleaned = 'x' where state = 'clean'", "step"],
      ["update scanned_text set detector = detector + 1, state = 'reviewed' where state = 'clean'", "step"],
      [
        `insert into scanned_text select response, question, 'reviewed', 1, 0, '[]', '[]', words from quarantine
          where true on conflict do nothing`,
        "before a person reviews",
      ],
      ["delete from scanned_text", "with its words"],
      ["delete from quarantine", "until"],
      [
        `insert into cleaned_text select response, question, 'x', detector, 'detector', '${day}' from (${clean}) as t`,
        "as it was",
      ],
      [
        `insert into cleaned_text select response, question, cleaned, detector, 'review', '${day}' from (${clean}) as t`,
        "as it was",
      ],
    ] as const)
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(says)
  })
})
