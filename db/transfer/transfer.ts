/** Moves sealed answers from the collection to the evidence store, each exactly once, and destroys the key of a finished day. */
import { DateTime, Effect, type Scope } from "effect"
import type { NotGranted } from "../../policy/capability/standing.ts"
import { civilDate, type Day, isDay } from "../../policy/civil-day.ts"
import type { FormMismatch } from "../../policy/response/reopen.ts"
import type { NotVerified } from "../backup/refusals.ts"
import type { DayDestroyed } from "../backup/retention-key.ts"
import type { CannotOpen } from "../collection/open.ts"
import { knownQuestions } from "../evidence/known-questions.ts"
import { recallOlder } from "../free-text/recall.ts"
import { destroyCopies } from "../free-text/release.ts"
import { scanWaiting } from "../free-text/scan-waiting.ts"
import { destroyPair } from "../keys/key-pair.ts"
import type { KeyTrouble } from "../keys/key-trouble.ts"
import { keysInFolder } from "../keys/private-keys.ts"
import { lockTransfers, type TransferRunning } from "../transfer-lock.ts"
import type { PreparedTransfer, TransferOptions } from "./context.ts"
import { finishDay, moveDay } from "./day.ts"
import { grace } from "./grace.ts"
import { type DayComplete, KeyMissing, type NotAsSent, type NotBackedUp, type NotEmptied } from "./refusals.ts"

/** Why one day was not finished; the other days are transferred regardless. */
export type DayRefusal = KeyMissing | DayComplete | CannotOpen | FormMismatch
export type TransferRefusal =
  | KeyMissing
  | TransferRunning
  | NotAsSent
  | NotBackedUp
  | NotEmptied
  | NotVerified
  | KeyTrouble
  | DayDestroyed
  | NotGranted

export interface Transferred {
  readonly finished: readonly Day[]
  readonly refused: readonly DayRefusal[]
  /** Why the children's own words wait unscanned, or copies of released ones remain. */
  readonly texts: { readonly message: string } | undefined
}

/** The days with sealed answers, a private key or an interrupted transfer, in order. */
const daysOf = Effect.fn("Transfer.days")(function* ({ collection, evidence, keys }: PreparedTransfer) {
  const sealed = (yield* collection.counts).map(({ day }) => day)
  const unfinished = (yield* evidence.arrivals.days).filter(({ state }) => state !== "complete").map(({ day }) => day)
  return [...new Set([...sealed, ...unfinished, ...(yield* keys.days)])].filter(isDay).sort()
})

const prepare = (options: TransferOptions): PreparedTransfer => {
  const { dataDir, mode, keys = keysInFolder(dataDir) } = options
  return { ...options, keys, batches: { dataDir, mode } }
}

/** Reports a lost key before anything is moved, while it may be the only one. */
const refuseLost = Effect.fn("Transfer.refuseLost")(function* (transfer: PreparedTransfer, days: readonly Day[]) {
  const { collection, evidence, keys, lost = [], abandoning } = transfer
  const sealed = new Set((yield* collection.counts).map(({ day }) => day))
  const states = new Map((yield* evidence.arrivals.days).map(({ day, state }) => [day, state]))
  const needing = days.filter((day) => {
    const state = states.get(day)
    return state === "arriving" || (state === undefined && sealed.has(day))
  })
  for (const day of needing.filter((each) => !lost.includes(each) && each !== abandoning?.day)) {
    const key = yield* keys.read(day)
    if (key === undefined) return yield* new KeyMissing({ day })
    key.fill(0)
  }
})

/**
 * `over` transfers the days that have ended. `today` also moves the answers so far of other days, and keeps their keys.
 * `everything`, once no answer can arrive any more, ends every day and destroys the unused keys of later days.
 */
export type TransferScope = "over" | "today" | "everything"

export const transfer = Effect.fn("Transfer.transfer")(function* (
  options: TransferOptions,
  scope: TransferScope = "over",
): Effect.fn.Return<Transferred, TransferRefusal, Scope.Scope> {
  yield* lockTransfers(options.dataDir)
  const prepared = prepare({ ...options, detector: yield* Effect.cached(options.detector) })
  yield* prepared.evidence.arrivals.knowQuestions(knownQuestions)
  const now = yield* DateTime.now
  const today = civilDate(now)
  const firstOpenDay = civilDate(DateTime.subtract(now, grace))
  const finished: Day[] = []
  const refused: DayRefusal[] = []
  const note = (refusal: DayRefusal) => Effect.sync(() => void refused.push(refusal))
  const days = yield* daysOf(prepared)
  const isDue = (day: Day) => day < firstOpenDay || (scope !== "over" && day <= today)
  yield* refuseLost(prepared, days.filter(isDue))
  for (const day of days) {
    if (scope === "everything" && day > today) yield* destroyPair(prepared.keys, prepared.dataDir, day)
    else if (day < firstOpenDay || scope === "everything")
      yield* finishDay(prepared, day).pipe(
        Effect.tap(() => Effect.sync(() => void finished.push(day))),
        Effect.catchTag(["KeyMissing", "DayComplete", "CannotOpen", "FormMismatch"], note),
      )
    else if (scope === "today" && day <= today)
      yield* moveDay(prepared, day).pipe(Effect.catchTag(["KeyMissing", "CannotOpen", "FormMismatch"], note))
  }
  const { evidence, detector } = prepared
  const texts = yield* scanWaiting(evidence, detector).pipe(
    Effect.andThen(destroyCopies({ ...prepared.batches, evidence, keys: prepared.keys })),
    Effect.andThen(recallOlder(evidence, detector)),
    Effect.as(undefined),
    Effect.catchIf((error) => error._tag !== "StoreUnavailable", Effect.succeed),
  )
  return { finished, refused, texts }
})
