/** Transfers one day, resumable after an interruption at any point, and destroys the day's key once nothing needs it. */
import { Effect } from "effect"
import { type Day, today } from "../../policy/civil-day.ts"
import { decided } from "../../policy/record/decision-record.ts"
import { keepDayRetentionKey } from "../backup/retention-key.ts"
import { openerOf } from "../collection/open.ts"
import { canonicalKept } from "../evidence/kept-response.ts"
import { destroyPair } from "../keys/key-pair.ts"
import { digesterOf, noResponses, plus } from "../response-digest.ts"
import { abandonRest, confirmCount, isAbandoned } from "./abandon.ts"
import { moveBatch, type RowRefusal, worse } from "./batch.ts"
import type { PreparedTransfer, TransferContext, TransferOptions } from "./context.ts"
import { backUpDay } from "./day-backup.ts"
import { DayComplete, KeyMissing, NotAsSent, NotEmptied } from "./refusals.ts"

const batchSize = 1_000

const start: Uint8Array = new Uint8Array()

const progressOf = ({ evidence }: Pick<TransferOptions, "evidence">, day: Day) =>
  Effect.map(evidence.arrivals.days, (days) => days.find((each) => each.day === day))

/** Reads the day's responses and its sealed files again, and compares both with the digest of what was opened. */
const verifyDay = Effect.fn("Transfer.verifyDay")(function* (context: TransferContext) {
  const { day, evidence, digest, progress } = context
  const expected = yield* progressOf({ evidence }, day)
  let sum = noResponses
  let responses = 0
  let after = start
  for (;;) {
    const page = yield* evidence.arrivals.ofDay(day, after, batchSize)
    sum = plus(sum, digest(page.map(canonicalKept)))
    responses += page.length
    const last = page.at(-1)
    if (last === undefined || page.length < batchSize) break
    after = last.response.id
  }
  if (sum !== expected?.digest || responses !== expected.responses) return yield* new NotAsSent({ day })
  yield* progress({ kind: "day-verified", day, responses })
  yield* backUpDay(context, expected)
})

/** Moves every row that opens, then fails if one does not. */
const moveAll = Effect.fn("Transfer.moveAll")(function* (context: TransferContext, size = batchSize) {
  const { day, collection, evidence } = context
  const progressBefore = yield* progressOf(context, day)
  if (progressBefore === undefined) yield* evidence.arrivals.beginDay(day)
  // This allows the removal of rows that arrived before an interruption.
  else if (progressBefore.responses > 0) yield* verifyDay(context)
  let digest = progressBefore?.digest ?? noResponses
  let after = start
  let refusal: RowRefusal | undefined
  for (;;) {
    const rows = yield* collection.sealedOf(day, after, size)
    const last = rows.at(-1)
    if (last === undefined) break
    const result = yield* moveBatch(context, rows, digest)
    refusal = worse(refusal, result.refused)
    digest = result.after
    after = last.key
  }
  if (refusal !== undefined && !(refusal._tag === "CannotOpen" && isAbandoned(context, day))) return yield* refusal
})

/** Drops the day's table and empties the collection's log before it destroys the key, after which no copy of the day can be opened on this machine. */
const destroyKey = Effect.fn("Transfer.destroyKey")(function* (
  { collection, dataDir, keys, progress }: PreparedTransfer,
  day: Day,
) {
  if (!(yield* collection.clearDay(day))) return yield* new NotEmptied({ day })
  yield* progress({ kind: "emptied", day, responses: 0 })
  yield* destroyPair(keys, dataDir, day)
  yield* progress({ kind: "key-destroyed", day, responses: 0 })
})

const certify = Effect.fn("Transfer.certify")(function* ({ evidence, progress }: TransferOptions, day: Day) {
  const arrived = yield* progressOf({ evidence }, day)
  const { responses = 0, digest = noResponses } = arrived ?? {}
  const on = yield* today
  const record = yield* decided({ kind: "day-transferred", body: { of: day, on, responses, digest } })
  yield* evidence.arrivals.complete(day, record)
  yield* progress({ kind: "certified", day, responses })
})

const isEmptyOf = ({ collection }: TransferOptions, day: Day) =>
  Effect.map(collection.sealedOf(day, start, 1), (rows) => rows.length === 0)

/** Wipes the private key at the end, whatever happens. */
const moveWith = (transfer: PreparedTransfer, day: Day, privateKey: Uint8Array) => {
  const { open, forget } = openerOf(privateKey)
  const wipe = Effect.sync(() => {
    forget()
    privateKey.fill(0)
  })
  return Effect.gen(function* () {
    const retention = yield* keepDayRetentionKey(transfer.keys, transfer.dataDir, day)
    const batches = { ...transfer.batches, retention }
    const context: TransferContext = { ...transfer, batches, day, open, digest: digesterOf(privateKey), sealed: [] }
    yield* moveAll(context, transfer.batchSize)
    return context
  }).pipe(Effect.ensuring(wipe))
}

const keyOf = Effect.fn("Transfer.key")(function* ({ keys }: PreparedTransfer, day: Day) {
  const privateKey = yield* keys.read(day)
  return privateKey ?? (yield* new KeyMissing({ day }))
})

/** Moves the answers so far of a day that has not ended, and keeps its key. */
export const moveDay = Effect.fn("Transfer.moveDay")(function* (transfer: PreparedTransfer, day: Day) {
  const privateKey = yield* keyOf(transfer, day)
  yield* moveWith(transfer, day, privateKey)
  if (!(yield* transfer.collection.clearLog)) return yield* new NotEmptied({ day })
})

/** Ends a day that is over: shuts it, moves all of it, and destroys its key. */
export const finishDay = Effect.fn("Transfer.finishDay")(function* (transfer: PreparedTransfer, day: Day) {
  const { collection, evidence, progress } = transfer
  const before = yield* progressOf(transfer, day)
  if (before?.state === "complete") {
    if (!(yield* isEmptyOf(transfer, day))) return yield* new DayComplete({ day })
    return yield* destroyKey(transfer, day)
  }
  if (before?.state !== "verified") {
    const privateKey = yield* keyOf(transfer, day).pipe(
      Effect.catchTag("KeyMissing", (missing) =>
        isAbandoned(transfer, day) ? Effect.undefined : Effect.fail(missing),
      ),
    )
    yield* collection.shutDay(day)
    yield* progress({ kind: "shut", day, responses: 0 })
    const context = privateKey && (yield* moveWith(transfer, day, privateKey))
    if (isAbandoned(transfer, day)) yield* abandonRest(transfer, day)
    if (context !== undefined) yield* verifyDay(context)
    else if (before === undefined) return yield* destroyKey(transfer, day)
    else yield* confirmCount(transfer, day, before.responses)
    yield* evidence.arrivals.markVerified(day)
    yield* progress({ kind: "marked", day, responses: 0 })
  }
  // The key may be destroyed in part already, so it is not read again.
  if (!(yield* isEmptyOf(transfer, day))) return yield* new NotEmptied({ day })
  yield* destroyKey(transfer, day)
  yield* certify(transfer, day)
})
