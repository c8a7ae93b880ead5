/** A batch is opened, kept under fresh ids, read back, compared and backed up before a row of it is removed; what does not open stays. */
import { randomBytes } from "node:crypto"
import { Effect, Result } from "effect"
import type { Day } from "../../policy/civil-day.ts"
import { canonicalJson } from "../../policy/evidence/canonical-json.ts"
import { check } from "../../policy/quality/check.ts"
import { isWhole } from "../../policy/quality/flag.ts"
import type { Unsealed } from "../../policy/stage.ts"
import { type NotOfTheForm, unsealed } from "../../policy/unsealed.ts"
import { formOf } from "../../surveys/forms.ts"
import type { SealingBatches } from "../backup/day-batches.ts"
import type { Collection } from "../collection/collection.ts"
import type { CannotOpen, Opener } from "../collection/open.ts"
import type { ResponseTable } from "../collection/schema.ts"
import type { Evidence } from "../evidence/evidence.ts"
import { canonicalKept, canonicalResponse, keptResponse } from "../evidence/kept-response.ts"
import { shuffled } from "../shuffled.ts"
import { backUpBatch, type SealedBatch } from "./backed-up.ts"
import { plus, sealedDigest } from "./digest.ts"
import type { GivingUp } from "./give-up.ts"
import type { Passed } from "./passed.ts"
import { NotAsSent } from "./refusals.ts"

export interface Way {
  readonly day: Day
  readonly collection: Collection["Service"]
  readonly evidence: Evidence["Service"]
  readonly open: Opener
  readonly digest: (responses: Iterable<string>) => string
  readonly givingUp?: GivingUp | undefined
  readonly passed: Passed
  /** Where what arrives is sealed once more, before it is removed. */
  readonly batches: SealingBatches
  readonly sealed: SealedBatch[]
}

/** Sealed rows that have not arrived, each once: a row that was copied under another key is the same response. */
const notYetArrived = Effect.fnUntraced(function* ({ evidence }: Way, rows: readonly ResponseTable[]) {
  const sealed = rows.map((row) => ({ row, digest: sealedDigest(row) }))
  const arrived = yield* evidence.arrivals.arrived(sealed.map(({ digest }) => digest))
  const seen = new Set(arrived)
  return sealed.filter(({ digest }) => !seen.has(digest.toHex()) && seen.add(digest.toHex()))
})

/** Why a row stays where it is. What opens and cannot be read has been read by another version, and is never given up. */
export type Behind = CannotOpen | NotOfTheForm

export const worse = (one: Behind | undefined, other: Behind | undefined): Behind | undefined =>
  one === undefined || other?._tag === "NotOfTheForm" ? (other ?? one) : one

const openOne = ({ day, open }: Way, row: ResponseTable) =>
  open(row).pipe(
    Effect.flatMap((opened) => unsealed(formOf(row.form), day, opened)),
    Effect.result,
  )

/** Whose answers have come before on the same day; the first to come, in no order, is as doubtful as the rest and not marked. */
const answerSetsOf = Effect.fnUntraced(function* ({ evidence, digest }: Way, responses: readonly Unsealed[]) {
  const sets = responses.map((response) =>
    isWhole(response) ? digest([canonicalJson({ form: response.form, answers: response.answers })]) : undefined,
  )
  const distinct = [...new Set(sets)].flatMap((set) => (set === undefined ? [] : Uint8Array.fromHex(set)))
  const seen = new Set(yield* evidence.arrivals.answered(distinct))
  const isRepeated = sets.map((set) => {
    if (set === undefined) return false
    const before = seen.has(set)
    seen.add(set)
    return before
  })
  return { answered: distinct.toSorted(Buffer.compare), isRepeated }
})

/** The day's digest afterwards, and why the first of the rows that stay behind does. */
export const moveBatch = Effect.fnUntraced(function* (way: Way, rows: readonly ResponseTable[], before: string) {
  const { day, collection, evidence, digest, passed } = way
  const fresh = yield* notYetArrived(way, rows)
  const opened = yield* Effect.forEach(fresh, ({ row }) => openOne(way, row))
  const behind = new Map(
    opened.flatMap((result, index) => {
      const row = fresh[index]?.row
      return Result.isFailure(result) && row !== undefined ? [[row.key.toHex(), result.failure] as const] : []
    }),
  )
  const responses = opened.flatMap((result) => (Result.isSuccess(result) ? [result.success] : []))
  const sum = digest(responses.map(canonicalResponse))
  const after = plus(before, sum)
  if (responses.length > 0) {
    const order = shuffled(responses)
    const { answered, isRepeated } = yield* answerSetsOf(way, order)
    const kept = order.map((response, at) => keptResponse(randomBytes(16), check(response, isRepeated[at])))
    const arrived = fresh.filter(({ row }) => !behind.has(row.key.toHex())).map((each) => each.digest)
    const sealed = arrived.toSorted(Buffer.compare)
    yield* evidence.arrivals.keep({
      day,
      responses: kept,
      sealed,
      answered,
      before,
      digest: after,
    })
    yield* passed({ kind: "stored", day, responses: kept.length })
    const back = yield* evidence.arrivals.byIds(kept.map(({ response }) => response.id))
    if (back.length !== kept.length || digest(back.map(canonicalKept)) !== sum) return yield* new NotAsSent({ day })
    yield* passed({ kind: "verified", day, responses: kept.length })
    yield* backUpBatch(way, { responses: back, sealed, sum })
  }
  yield* collection.remove(rows.map(({ key }) => key).filter((key) => !behind.has(key.toHex())))
  yield* passed({ kind: "removed", day, responses: responses.length })
  return { after, behind: [...behind.values()].reduce<Behind | undefined>(worse, undefined) }
})
