/** Moves a batch: opens it, stores it under new ids, reads it back, compares and backs it up, and only then removes its rows. */
import { randomBytes } from "node:crypto"
import { Effect, Result } from "effect"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import { sharedParts } from "../../policy/response/alikeness.ts"
import { check, isDistinctive } from "../../policy/response/quality-flags.ts"
import { type FormMismatch, reopen } from "../../policy/response/reopen.ts"
import type { Unsealed } from "../../policy/response/stage.ts"
import { formOf } from "../../surveys/forms.ts"
import type { CannotOpen } from "../collection/open.ts"
import type { ResponseTable } from "../collection/schema.ts"
import { canonicalKept, canonicalResponse, keptResponse } from "../evidence/kept-response.ts"
import { scanArriving } from "../free-text/scan-waiting.ts"
import { plus, sealedDigest } from "../response-digest.ts"
import { shuffle } from "../shuffle.ts"
import type { TransferContext } from "./context.ts"
import { backUpBatch } from "./day-backup.ts"
import { NotAsSent } from "./refusals.ts"

/** Keeps the rows that have not arrived, each once: a row copied under another key is the same response. */
const notYetArrived = Effect.fn("Transfer.notYetArrived")(function* (
  { evidence }: TransferContext,
  rows: readonly ResponseTable[],
) {
  const sealed = rows.map((row) => ({ row, digest: sealedDigest(row) }))
  const arrived = yield* evidence.arrivals.arrived(sealed.map(({ digest }) => digest))
  const seen = new Set(arrived)
  return sealed.filter(({ digest }) => !seen.has(digest.toHex()) && seen.add(digest.toHex()))
})

/** Why a row stays in the collection. One that opens but does not match its form belongs to another version, and is never abandoned. */
export type RowRefusal = CannotOpen | FormMismatch

export const worse = (one: RowRefusal | undefined, other: RowRefusal | undefined): RowRefusal | undefined =>
  one === undefined || other?._tag === "FormMismatch" ? (other ?? one) : one

const openOne = ({ day, open }: TransferContext, row: ResponseTable) =>
  open(row).pipe(
    Effect.flatMap((opened) => reopen(formOf(row.form), day, opened)),
    Effect.result,
  )

/** What no other honest response of the day is likely to have in common with it. */
const telling = (response: Unsealed): readonly string[] => [
  ...(isDistinctive(response) ? [canonicalJson({ form: response.form, answers: response.answers })] : []),
  ...sharedParts(response),
]

/** Finds responses whose answers, or nearly all of them, have arrived before on the same day. The first of them, in random order, is not flagged. */
const answerSetsOf = Effect.fn("Transfer.answerSets")(function* (
  { evidence, digest }: TransferContext,
  responses: readonly Unsealed[],
) {
  const sets = responses.map((response) => telling(response).map((text) => digest([text])))
  const distinct = [...new Set(sets.flat())].map((set) => Uint8Array.fromHex(set))
  const seen = new Set(yield* evidence.arrivals.answered(distinct))
  const isRepeated = sets.map((own) => {
    const before = own.some((set) => seen.has(set))
    for (const set of own) seen.add(set)
    return before
  })
  return { answered: distinct.toSorted(Buffer.compare), isRepeated }
})

/** Returns the day's digest after the batch, and the gravest reason why a row stays. */
export const moveBatch = Effect.fn("Transfer.moveBatch")(function* (
  context: TransferContext,
  rows: readonly ResponseTable[],
  before: string,
) {
  const { day, collection, evidence, digest, progress } = context
  const fresh = yield* notYetArrived(context, rows)
  const results = yield* Effect.forEach(fresh, ({ row }) => openOne(context, row))
  const refused = new Map(
    results.flatMap((result, index) => {
      const row = fresh[index]?.row
      return Result.isFailure(result) && row !== undefined ? [[row.key.toHex(), result.failure] as const] : []
    }),
  )
  const responses = results.flatMap((result) => (Result.isSuccess(result) ? [result.success] : []))
  const sum = digest(responses.map(canonicalResponse))
  const after = plus(before, sum)
  if (responses.length > 0) {
    const order = shuffle(responses)
    const { answered, isRepeated } = yield* answerSetsOf(context, order)
    const stored = order.map((response, at) => keptResponse(randomBytes(16), check(response, isRepeated[at])))
    const scanned = yield* scanArriving(
      context.detector,
      stored.flatMap(({ words }) => words),
    )
    const arrived = fresh.filter(({ row }) => !refused.has(row.key.toHex())).map((each) => each.digest)
    const sealed = arrived.toSorted(Buffer.compare)
    yield* evidence.arrivals.keep({
      day,
      responses: stored,
      sealed,
      answered,
      scanned,
      before,
      digest: after,
    })
    yield* progress({ kind: "stored", day, responses: stored.length })
    const back = yield* evidence.arrivals.byIds(stored.map(({ response }) => response.id))
    if (back.length !== stored.length || digest(back.map(canonicalKept)) !== sum) return yield* new NotAsSent({ day })
    yield* progress({ kind: "verified", day, responses: stored.length })
    yield* backUpBatch(context, { responses: back, sealed, sum })
  }
  const moved = rows.map(({ key }) => key).filter((key) => !refused.has(key.toHex()))
  yield* collection.remove(day, moved)
  yield* progress({ kind: "removed", day, responses: responses.length })
  return { after, refused: [...refused.values()].reduce<RowRefusal | undefined>(worse, undefined) }
})
