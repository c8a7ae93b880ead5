/** What was transferred after a backup was made is put back from the sealed files of each day, each response once. */
import { existsSync, readdirSync } from "node:fs"
import { basename, join } from "node:path"
import { Effect, type Scope } from "effect"
import { type Day, isDay } from "../../policy/civil-day.ts"
import type { Collection } from "../collection/collection.ts"
import type { StoreUnavailable } from "../collection/store-unavailable.ts"
import type { Evidence } from "../evidence/evidence.ts"
import { canonicalKept, type KeptResponse } from "../evidence/kept-response.ts"
import { type KeyTrouble, keyTrouble } from "../keys/key-trouble.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"
import { digesterOf, noResponses, plus, sealedDigest } from "../transfer/digest.ts"
import { questions } from "../transfer/transfer.ts"
import { batchesOf, batchFiles } from "./day-batches.ts"
import { BackupDamaged } from "./refusals.ts"
import type { RetentionKey } from "./retention-key.ts"

export interface Replaying {
  readonly dataDir: string
  readonly keys: PrivateKeys
  readonly retention: RetentionKey
  readonly evidence: Evidence["Service"]
  /** None where the collection is kept elsewhere. */
  readonly collection: Collection["Service"] | undefined
}

const atATime = 1_000
const start: Uint8Array = new Uint8Array()

const daysIn = (dataDir: string): readonly Day[] => {
  const folder = join(dataDir, "backups")
  return existsSync(folder) ? readdirSync(folder).filter(isDay).sort() : []
}

const damaged = (day: Day) => new BackupDamaged({ file: `backups/${day}` })

const progressOf = ({ evidence }: Replaying, day: Day) =>
  Effect.map(evidence.arrivals.days, (days) => days.find((each) => each.day === day))

/** Without the day's key the sums that were made with it are added: its files were all of the day when the key went. */
const totalOf = Effect.fnUntraced(function* ({ dataDir, retention }: Replaying, day: Day) {
  return yield* Effect.tryPromise({
    try: async () => {
      let [sum, responses] = [noResponses, 0]
      for await (const batch of batchesOf({ dataDir, retention }, day)) {
        sum = plus(sum, batch.sum)
        responses += batch.responses.length
      }
      return { sum, responses }
    },
    catch: (error) => (error instanceof BackupDamaged ? error : damaged(day)),
  })
})

/** The rows of a day whose key is gone, which arrived after the backup was made, are of no more use to anyone. */
const removeArrived = Effect.fnUntraced(function* ({ collection, evidence }: Replaying, day: Day) {
  let left = 0
  for (let after = start; collection !== undefined; ) {
    const rows = yield* collection.sealedOf(day, after, atATime)
    const last = rows.at(-1)
    if (last === undefined) break
    const arrived = yield* evidence.arrivals.arrived(rows.map(sealedDigest))
    const gone = rows.filter((row) => arrived.has(sealedDigest(row).toHex())).map(({ key }) => key)
    yield* collection.remove(gone)
    left += rows.length - gone.length
    after = last.key
  }
  return left
})

const replayDay = Effect.fnUntraced(function* (replaying: Replaying, day: Day) {
  const { dataDir, keys, retention, evidence } = replaying
  const before = yield* progressOf(replaying, day)
  if (before?.state === "complete") return
  const total = yield* totalOf(replaying, day)
  const key = yield* Effect.try({ try: () => keys.read(day), catch: keyTrouble })
  const digest = key && digesterOf(key)
  key?.fill(0)
  if (before === undefined) yield* evidence.arrivals.beginDay(day)
  let held = before?.digest ?? noResponses
  let responses: KeptResponse[] = []
  let sealed: Uint8Array[] = []
  const files = batchFiles(dataDir, day)
  for (const file of files) {
    const [batch] = yield* Effect.tryPromise({
      try: () => Array.fromAsync(batchesOf({ dataDir, retention }, day, [file])),
      catch: () => new BackupDamaged({ file: basename(file) }),
    })
    if (batch === undefined) continue
    const ids = batch.responses.map(({ response }) => response.id)
    const there = ids.length === 0 ? [] : yield* evidence.arrivals.byIds(ids)
    const known = new Set(there.map(({ response }) => response.id.toHex()))
    const arrived = yield* evidence.arrivals.arrived(batch.sealed)
    responses = [...responses, ...batch.responses.filter(({ response }) => !known.has(response.id.toHex()))]
    sealed = [...sealed, ...batch.sealed.filter((each) => !arrived.has(each.toHex()))]
    const count = Math.min(responses.length, sealed.length)
    if (count === 0) continue
    const now = responses.splice(0, count)
    const after = digest === undefined ? total.sum : plus(held, digest(now.map(canonicalKept)))
    yield* evidence.arrivals.keep({ day, responses: now, sealed: sealed.splice(0, count), before: held, digest: after })
    held = after
  }
  const end = yield* progressOf(replaying, day)
  if (responses.length + sealed.length > 0) return yield* damaged(day)
  if (digest !== undefined || end?.state !== "arriving") return
  if (end.responses !== total.responses || end.digest !== total.sum) return yield* damaged(day)
  if ((yield* removeArrived(replaying, day)) === 0) yield* evidence.arrivals.markVerified(day)
})

export const replay = (
  replaying: Replaying,
): Effect.Effect<void, BackupDamaged | KeyTrouble | StoreUnavailable, Scope.Scope> =>
  Effect.andThen(
    replaying.evidence.arrivals.knowQuestions(questions),
    Effect.forEach(daysIn(replaying.dataDir), (day) => replayDay(replaying, day), { discard: true }),
  )
