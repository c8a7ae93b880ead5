/** Ends the one key to which an earlier version sealed every day: seals each day's batches again to the day's key, then destroys it. */
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { isDay } from "../../policy/civil-day.ts"
import { attempt } from "../attempt.ts"
import type { Evidence } from "../evidence/evidence.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"
import { noResponses } from "../response-digest.ts"
import { batchFiles, dropBatches, type SealingBatches, sealBatch } from "./day-batches.ts"
import { formerFormat, labelOf } from "./label.ts"
import { destroyRetentionKey, formerKeyId, keepDayRetentionKey } from "./retention-key.ts"

const batchSize = 1_000

interface Place extends Omit<SealingBatches, "retention"> {
  readonly keys: PrivateKeys
}

const daysIn = ({ dataDir }: Place): readonly string[] => {
  const folder = join(dataDir, "backups")
  return existsSync(folder) ? readdirSync(folder).filter(isDay) : []
}

/** The evidence store holds the whole day. Its digest is in the first file, since the day's own key is gone. */
const sealDay = Effect.fn("Backup.sealDayAnew")(function* (evidence: Evidence["Service"], place: Place, day: string) {
  if (!isDay(day)) return
  const former: string[] = []
  for (const file of batchFiles(place.dataDir, day))
    if ((yield* labelOf(file)).label.format === formerFormat) former.push(file)
  if (former.length === 0) return
  const retention = yield* keepDayRetentionKey(place.keys, place.dataDir, day)
  const progress = (yield* evidence.arrivals.days).find((each) => each.day === day)
  let sum = progress?.digest ?? noResponses
  let [after, afterSealed]: Uint8Array[] = [new Uint8Array(), new Uint8Array()]
  for (;;) {
    const responses = yield* evidence.arrivals.ofDay(day, after ?? new Uint8Array(), batchSize)
    const sealed = yield* evidence.arrivals.sealedOfDay(day, afterSealed ?? new Uint8Array(), batchSize)
    if (responses.length === 0) break
    yield* sealBatch({ ...place, retention }, day, { responses, sealed, sum })
    sum = noResponses
    after = responses.at(-1)?.response.id
    afterSealed = sealed.at(-1) ?? afterSealed
  }
  yield* attempt("backups", () => dropBatches(place.dataDir, day, former))
})

/** Once a backup of this version is made: every backup of the earlier version is unreadable from here on. */
export const endFormerKey = Effect.fn("Backup.endFormerKey")(function* (evidence: Evidence["Service"], place: Place) {
  for (const day of yield* attempt("backups", () => daysIn(place))) yield* sealDay(evidence, place, day)
  yield* destroyRetentionKey(place.keys, place.dataDir, formerKeyId)
})
