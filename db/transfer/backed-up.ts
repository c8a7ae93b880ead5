/** What is removed from the collection lies in the evidence store and in sealed files, which together are all of the day and no more. */
import { Effect } from "effect"
import {
  batchesOf,
  batchFiles,
  type DayBatch,
  dropBatches,
  type SealingBatches,
  sealBatch,
} from "../backup/day-batches.ts"
import { NotVerified } from "../backup/refusals.ts"
import { digestOf } from "../backup/seal-file.ts"
import { unavailable } from "../collection/store-unavailable.ts"
import { canonicalKept } from "../evidence/kept-response.ts"
import type { Way } from "./batch.ts"
import { noResponses, plus } from "./digest.ts"
import { NotBackedUp } from "./refusals.ts"

const batchSize = 1_000

const sealing = (batches: SealingBatches, day: Way["day"], batch: DayBatch) =>
  Effect.tryPromise({
    try: () => sealBatch(batches, day, batch),
    catch: (error) => (error instanceof NotVerified ? error : unavailable(error)),
  })

/** A file that this transfer sealed, and what it holds. */
export interface SealedBatch {
  readonly file: string
  readonly digest: string
  readonly responses: number
  /** A part of the day's digest. */
  readonly sum: string
}

/** Before the rows are removed. */
export const backUpBatch = Effect.fnUntraced(function* (way: Way, batch: DayBatch) {
  const { responses, sum } = batch
  way.sealed.push({ ...(yield* sealing(way.batches, way.day, batch)), responses: responses.length, sum })
  yield* way.passed({ kind: "backed-up", day: way.day, responses: responses.length })
})

interface Expected {
  readonly digest: string
  readonly responses: number
}

/** The digest of all that the day's files hold; a file that does not open makes none. */
const heldOf = ({ day, batches, digest }: Way) =>
  Effect.tryPromise(async () => {
    let found = noResponses
    let responses = 0
    for await (const batch of batchesOf(batches, day)) {
      found = plus(found, digest(batch.responses.map(canonicalKept)))
      responses += batch.responses.length
    }
    return { found, responses }
  }).pipe(Effect.orElseSucceed(() => undefined))

/** Read as bytes alone: files that this transfer sealed were compared with the responses as it sealed them. */
const areAsSealed = ({ day, batches, sealed }: Way, expected: Expected) =>
  Effect.tryPromise(async () => {
    if (sealed.reduce((sum, each) => plus(sum, each.sum), noResponses) !== expected.digest) return false
    if (sealed.reduce((sum, { responses }) => sum + responses, 0) !== expected.responses) return false
    if (batchFiles(batches.dataDir, day).length !== sealed.length) return false
    for (const { file, digest } of sealed) if ((await digestOf(file, batches.retention)) !== digest) return false
    return true
  }).pipe(Effect.orElseSucceed(() => false))

/** From the evidence store, page by page, beside the old files, which go when the new ones are there. */
const makeAnew = Effect.fnUntraced(function* ({ day, evidence, batches, digest }: Way) {
  const before = batchFiles(batches.dataDir, day)
  let after: Uint8Array = new Uint8Array()
  let afterSealed: Uint8Array = new Uint8Array()
  for (;;) {
    const page = yield* evidence.arrivals.ofDay(day, after, batchSize)
    const sealed = yield* evidence.arrivals.sealedOfDay(day, afterSealed, batchSize)
    afterSealed = sealed.at(-1) ?? afterSealed
    if (page.length > 0) yield* sealing(batches, day, { responses: page, sealed, sum: digest(page.map(canonicalKept)) })
    const last = page.at(-1)
    if (last === undefined || page.length < batchSize) break
    after = last.response.id
  }
  yield* Effect.try({ try: () => dropBatches(batches.dataDir, day, before), catch: unavailable })
})

/** A transfer that was cut off may have left a batch without its file, or twice; what the store holds has just been verified. */
export const backUpDay = Effect.fnUntraced(function* (way: Way, expected: Expected) {
  const isWhole = Effect.map(
    heldOf(way),
    (held) => held?.found === expected.digest && held.responses === expected.responses,
  )
  if (!(yield* areAsSealed(way, expected)) && !(yield* isWhole)) {
    yield* makeAnew(way)
    if (!(yield* isWhole)) return yield* new NotBackedUp({ day: way.day })
  }
  yield* way.passed({ kind: "backup-verified", day: way.day, responses: expected.responses })
})
