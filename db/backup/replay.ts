/** Restores what was transferred after a backup from the sealed files of each day, each response once. */
import { existsSync, readdirSync } from "node:fs"
import { basename, join } from "node:path"
import { Effect } from "effect"
import { type Day, isDay, today } from "../../policy/civil-day.ts"
import { decided } from "../../policy/record/decision-record.ts"
import type { Collection } from "../collection/collection.ts"
import { responsesOn } from "../collection/counts.ts"
import type { Evidence } from "../evidence/evidence.ts"
import { canonicalKept, type KeptResponse } from "../evidence/kept-response.ts"
import { knownQuestions } from "../evidence/known-questions.ts"
import type { TransferDayTable } from "../evidence/schema.ts"
import type { CannotReachKey, KeyDamaged } from "../keys/key-trouble.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"
import { digesterOf, noResponses, plus, sealedDigest } from "../response-digest.ts"
import { batchFiles, readBatch } from "./day-batches.ts"
import { BackupDamaged } from "./refusals.ts"
import { dayRetentionKeyId, isDayDestroyed, readRetentionKey } from "./retention-key.ts"

export interface ReplayOptions {
  readonly dataDir: string
  readonly keys: PrivateKeys
  readonly evidence: Evidence["Service"]
  /** `undefined` where the collection is not restored. */
  readonly collection: Collection["Service"] | undefined
}

const pageSize = 1_000
const start: Uint8Array = new Uint8Array()

const daysIn = (dataDir: string): readonly Day[] => {
  const folder = join(dataDir, "backups")
  return existsSync(folder) ? readdirSync(folder).filter(isDay).sort() : []
}

const damaged = (day: Day) => new BackupDamaged({ file: `backups/${day}` })

const progressOf = ({ evidence }: ReplayOptions, day: Day) =>
  Effect.map(evidence.arrivals.days, (days) => days.find((each) => each.day === day))

const batchOf = Effect.fn("Replay.batch")(function* ({ keys }: ReplayOptions, day: Day, file: string) {
  const retention = yield* readRetentionKey(keys, dayRetentionKeyId(day))
  if (retention === undefined) return yield* new BackupDamaged({ file: basename(file) })
  return yield* Effect.catchTag(readBatch(retention, day, file), ["RetentionKeyGone", "BackupOlder"], () =>
    Effect.fail(new BackupDamaged({ file: basename(file) })),
  )
})

/** Adds the sums in the files: they were made with the day's key, and the files were complete when that was destroyed. */
const totalOf = Effect.fn("Replay.total")(function* (options: ReplayOptions, day: Day) {
  let [sum, responses] = [noResponses, 0]
  for (const file of batchFiles(options.dataDir, day)) {
    const batch = yield* batchOf(options, day, file)
    sum = plus(sum, batch.sum)
    responses += batch.responses.length
  }
  return { sum, responses }
})

/** Removes sealed rows that arrived after the backup and whose day's key is destroyed; returns how many rows remain. */
const removeArrived = Effect.fn("Replay.removeArrived")(function* ({ collection, evidence }: ReplayOptions, day: Day) {
  let remaining = 0
  for (let after = start; collection !== undefined; ) {
    const rows = yield* collection.sealedOf(day, after, pageSize)
    const last = rows.at(-1)
    if (last === undefined) break
    const arrived = yield* evidence.arrivals.arrived(rows.map(sealedDigest))
    const keys = rows.filter((row) => arrived.has(sealedDigest(row).toHex())).map(({ key }) => key)
    yield* collection.remove(day, keys)
    remaining += rows.length - keys.length
    after = last.key
  }
  return remaining
})

/** A backup of before the day was sealed again lacks its answers. Its released texts wait for another release. */
const refillDay = Effect.fn("Replay.refill")(function* (
  options: ReplayOptions,
  day: Day,
  { responses, digest }: TransferDayTable,
) {
  const { dataDir, evidence } = options
  if (responsesOn(yield* evidence.arrivals.counts, day) === responses) return
  const total = yield* totalOf(options, day)
  if (total.responses !== responses || total.sum !== digest) return yield* damaged(day)
  for (const file of batchFiles(dataDir, day)) {
    const batch = yield* batchOf(options, day, file)
    yield* evidence.arrivals.refill(batch.responses)
  }
  const released = (yield* evidence.released.recorded).find(({ of }) => of === day)
  if (released === undefined || released.texts === 0) return
  const body = { of: day, on: yield* today, texts: 0, digest: noResponses, detector: released.detector }
  yield* evidence.record(yield* decided({ kind: "texts-recalled", body }))
})

const replayDay = Effect.fn("Replay.day")(function* (options: ReplayOptions, day: Day) {
  const { dataDir, keys, evidence } = options
  const before = yield* progressOf(options, day)
  if (isDayDestroyed(dataDir, day)) return
  if (before?.state === "complete") return yield* refillDay(options, day, before)
  const total = yield* totalOf(options, day)
  const key = yield* keys.read(day)
  const digest = key && digesterOf(key)
  key?.fill(0)
  if (before === undefined) yield* evidence.arrivals.beginDay(day)
  let sum = before?.digest ?? noResponses
  let responses: KeptResponse[] = []
  let sealed: Uint8Array[] = []
  for (const file of batchFiles(dataDir, day)) {
    const batch = yield* batchOf(options, day, file)
    const ids = batch.responses.map(({ response }) => response.id)
    const stored = ids.length === 0 ? [] : yield* evidence.arrivals.byIds(ids)
    const known = new Set(stored.map(({ response }) => response.id.toHex()))
    const arrived = yield* evidence.arrivals.arrived(batch.sealed)
    responses = [...responses, ...batch.responses.filter(({ response }) => !known.has(response.id.toHex()))]
    sealed = [...sealed, ...batch.sealed.filter((each) => !arrived.has(each.toHex()))]
    const count = Math.min(responses.length, sealed.length)
    if (count === 0) continue
    const now = responses.splice(0, count)
    const after = digest === undefined ? total.sum : plus(sum, digest(now.map(canonicalKept)))
    yield* evidence.arrivals.keep({ day, responses: now, sealed: sealed.splice(0, count), before: sum, digest: after })
    sum = after
  }
  const end = yield* progressOf(options, day)
  if (responses.length + sealed.length > 0) return yield* damaged(day)
  if (digest !== undefined || end?.state !== "arriving") return
  if (end.responses !== total.responses || end.digest !== total.sum) return yield* damaged(day)
  if ((yield* removeArrived(options, day)) === 0) yield* evidence.arrivals.markVerified(day)
})

export const replay = Effect.fn("Replay.replay")(function* (
  options: ReplayOptions,
): Effect.fn.Return<void, BackupDamaged | CannotReachKey | KeyDamaged> {
  yield* options.evidence.arrivals.knowQuestions(knownQuestions)
  yield* Effect.forEach(daysIn(options.dataDir), (day) => replayDay(options, day), { discard: true })
})
