/** A release destroys the words of its texts in every copy, a later detector recalls, and the report shows what does not match. */
import { join } from "node:path"
import { Effect } from "effect"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { backUp } from "../../db/backup/backup.ts"
import { batchFiles, readBatch } from "../../db/backup/day-batches.ts"
import { restore } from "../../db/backup/restore.ts"
import { dayRetentionKeyId, nextRetentionKeyId, readRetentionKey } from "../../db/backup/retention-key.ts"
import { recallOlder } from "../../db/free-text/recall.ts"
import { destroyCopies, drawAudit, releaseTexts } from "../../db/free-text/release.ts"
import { decide, nextText } from "../../db/free-text/review.ts"
import { keptTexts } from "../../db/inspection/kept-texts.ts"
import { Day } from "../../policy/civil-day.ts"
import { openedEvidence, rawEvidence } from "../support/evidence.ts"
import { day, holding, reviewing } from "../support/reviewing.ts"
import { engines, newFolder } from "../support/store.ts"
import { stubDetector } from "../support/stub-detector.ts"

const tags = ["free-text-cleaned-before-analysis" as const]
type Reviewing = Awaited<ReturnType<typeof reviewing>>

const reviewAll = async ({ context, run, reviewer }: Reviewing, spans: readonly unknown[] = []) => {
  for (const number of [0, 1, 2]) {
    const one = await reviewer(number)
    for (let view = await run(nextText(context, one)); view !== undefined; view = await run(nextText(context, one)))
      await run(decide(context, one, view.key, spans))
  }
}

const of = Day.make(day)

const sealedWords = async ({ context, run }: Reviewing) => {
  const key = await run(readRetentionKey(context.keys, dayRetentionKeyId(day)))
  if (key === undefined) throw new Error("no key")
  const batches = await Promise.all(batchFiles(context.dataDir, of).map((file) => run(readBatch(key, of, file))))
  return batches.flatMap(({ responses }) => responses.flatMap(({ words }) => words.map((each) => each.words)))
}

const faultsIn = async ({ place }: Reviewing) => (await keptTexts(rawEvidence(place.evidence).db)).faults

describe.each(engines)("a release on %s", (engine) => {
  test("of reviewed texts leaves no copy of their words, and the old key is destroyed", { tags }, async () => {
    const all = await reviewing(engine, holding(["uncertain"]), 8)
    const { context, run, supervisor, evidence, place } = all
    const before = await sealedWords(all)
    const oldKey = (await run(readRetentionKey(context.keys, dayRetentionKeyId(day))))?.fingerprint
    await reviewAll(all, [{ start: 0, end: 1, kind: "person" }])
    expect(await run(releaseTexts(context, supervisor))).toMatchObject({ texts: before.length })
    expect(await run(evidence.texts.counts)).toMatchObject({ held: 0, reviewed: 0, released: before.length })
    const { db } = rawEvidence(place.evidence)
    expect(await db.selectFrom("quarantine").selectAll().execute()).toEqual([])
    const after = await sealedWords(all)
    expect(after).toHaveLength(before.length)
    expect(after.every((words) => words.startsWith("[name 1]"))).toBe(true)
    expect((await run(readRetentionKey(context.keys, dayRetentionKeyId(day))))?.fingerprint).not.toBe(oldKey)
    expect(await faultsIn(all)).toEqual([])
    await sql`update cleaned_text set detector = detector + 1`.execute(db)
    await sql.raw(`drop trigger released_text_is_final${engine === "postgres" ? " on cleaned_text" : ""}`).execute(db)
    await sql`update cleaned_text set words = 'Aisha'`.execute(db)
    expect(await faultsIn(all)).toEqual(
      expect.arrayContaining([expect.stringContaining("are not as the ledger records them")]),
    )
  })

  test("of clean texts waits until people have read the sample, and stays shut where they find a leak", {
    tags,
  }, async () => {
    const all = await reviewing(
      engine,
      { ...stubDetector, detect: (text) => ({ ...stubDetector.detect(text), decision: "clean", because: [] }) },
      8,
    )
    const { context, run, supervisor, evidence } = all
    const shut = await run(releaseTexts(context, supervisor))
    expect(shut).toMatchObject({ texts: 0, clean: { _tag: "AuditOpen" } })
    const drawn = await run(drawAudit(context, supervisor))
    expect(drawn).toBeGreaterThan(0)
    expect(await run(drawAudit(context, supervisor))).toBe(0)
    await reviewAll(all, [{ start: 0, end: 1, kind: "person" }])
    const leaky = await run(releaseTexts(context, supervisor))
    expect(leaky).toMatchObject({ texts: drawn, clean: { _tag: "LeakFound", leaks: drawn } })
    expect(await run(evidence.texts.counts)).toMatchObject({ clean: 0, released: drawn })
  })

  test("is recalled where a later detector holds it", { tags }, async () => {
    const all = await reviewing(engine, holding(["uncertain"]), 8)
    const { context, run, supervisor, evidence } = all
    await reviewAll(all)
    const { texts } = await run(releaseTexts(context, supervisor))
    const later = { ...holding(["uncertain"]), version: context.detector.version + 1 }
    expect(await run(recallOlder(evidence, Effect.succeed(later), later.version))).toBe(texts)
    expect(await run(evidence.texts.counts)).toMatchObject({ held: texts, released: 0 })
    expect(await run(recallOlder(evidence, Effect.succeed(later), later.version))).toBe(0)
  })
})

test("a release that is cut off between two keys is ended by the next transfer, and the report says so until then", {
  tags,
}, async () => {
  const all = await reviewing("sqlite", holding(["uncertain"]), 8)
  const { context, run, supervisor, evidence } = all
  await reviewAll(all)
  const keys = {
    ...context.keys,
    destroy: (id: string) => (id === dayRetentionKeyId(day) ? Effect.die("a power cut") : context.keys.destroy(id)),
  }
  await expect(run(releaseTexts({ ...context, keys }, supervisor))).rejects.toThrow("a power cut")
  expect(await run(evidence.texts.counts)).toMatchObject({ held: 0, reviewed: 0 })
  expect(await faultsIn(all)).toEqual([expect.stringContaining("are not destroyed yet")])
  await run(destroyCopies(context))
  expect(await faultsIn(all)).toEqual([])
  expect(await run(readRetentionKey(context.keys, nextRetentionKeyId(day)))).toBeUndefined()
  expect((await sealedWords(all)).length).toBe((await run(evidence.texts.counts)).released)
})

test("a backup of before a release restores no word that was destroyed: its texts wait as they were cleaned", {
  tags,
}, async () => {
  const all = await reviewing("sqlite", holding(["uncertain"]), 8)
  const { context, run, supervisor, place } = all
  const { dataDir, keys } = context
  const file = place.evidence.dialect === "sqlite" ? place.evidence.file : ""
  const folder = newFolder()
  await run(backUp({ mode: "rehearsal", dataDir, keys, files: { evidence: file }, folder }))
  await reviewAll(all, [{ start: 0, end: 1, kind: "person" }])
  const { texts } = await run(releaseTexts(context, supervisor))
  const restored = join(newFolder(), "evidence.sqlite")
  await run(restore({ mode: "rehearsal", dataDir, keys, folder, files: { evidence: restored } }))
  const source = { dialect: "sqlite", file: restored } as const
  expect(await run((await openedEvidence(source)).texts.counts)).toMatchObject({ received: texts, released: 0 })
  const { db } = rawEvidence(source)
  const words = await db.selectFrom("quarantine").select("words").execute()
  expect(words.every((each) => each.words.startsWith("[name 1]"))).toBe(true)
  expect((await keptTexts(db)).faults).toEqual([])
})
