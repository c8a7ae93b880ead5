/** Sealed answers go from the collection to the evidence store, each exactly once; a day that is over takes its key with it. */
import { DateTime, Effect, type Scope } from "effect"
import type { NotGranted } from "../../policy/capability/standing.ts"
import { type Day, isDay } from "../../policy/civil-day.ts"
import type { NotOfTheForm } from "../../policy/unsealed.ts"
import { civilDate } from "../../policy/window.ts"
import { forms } from "../../surveys/forms.ts"
import type { NotVerified } from "../backup/refusals.ts"
import { keepRetentionKey } from "../backup/retention-key.ts"
import type { CannotOpen } from "../collection/open.ts"
import type { StoreUnavailable } from "../collection/store-unavailable.ts"
import { destroyPair } from "../keys/key-pair.ts"
import { type KeyTrouble, keyTrouble } from "../keys/key-trouble.ts"
import { keysInFolder } from "../keys/private-keys.ts"
import { alone } from "./alone.ts"
import { finishDay, moveDay, type Ready, type Transferring } from "./day.ts"
import {
  type DayComplete,
  KeyMissing,
  type NotAsSent,
  type NotBackedUp,
  type NotEmptied,
  type TransferRunning,
} from "./refusals.ts"

/** Why one day could not be done, which keeps no other from being done. */
export type DayRefusal = KeyMissing | DayComplete | CannotOpen | NotOfTheForm
export type TransferRefusal =
  | KeyMissing
  | TransferRunning
  | StoreUnavailable
  | NotAsSent
  | NotBackedUp
  | NotEmptied
  | NotVerified
  | KeyTrouble
  | NotGranted

export interface Transferred {
  readonly finished: readonly Day[]
  readonly refused: readonly DayRefusal[]
}

/** An answer sealed at the last moment of a day may be stored a little later: an hour is ample. */
const grace = { hours: 1 }

/** What each form asks, which an answer that is kept must be of. */
export const questions = forms.flatMap(({ id, pages }) =>
  pages.flatMap((page) =>
    page.questions.filter(({ kind }) => kind !== "postcode").map(({ key }) => ({ form: id, question: key })),
  ),
)

/** The days that need something done, in order: answers lie sealed, a key lies about, or a transfer was cut off. */
const daysOf = Effect.fnUntraced(function* ({ collection, evidence, keys }: Ready) {
  const held = (yield* collection.counts).map(({ day }) => day)
  const begun = (yield* evidence.arrivals.days).filter(({ state }) => state !== "complete").map(({ day }) => day)
  const kept = yield* Effect.try({ try: keys.days, catch: keyTrouble })
  return [...new Set([...held, ...begun, ...kept])].filter(isDay).sort()
})

const readyFor = Effect.fnUntraced(function* (transferring: Transferring) {
  const { dataDir, mode, keys = keysInFolder(dataDir) } = transferring
  const retention = yield* Effect.tryPromise({
    try: () => keepRetentionKey(keys, dataDir),
    catch: keyTrouble,
  })
  const ready: Ready = { ...transferring, keys, batches: { dataDir, mode, retention } }
  return ready
})

/** A key that is lost is told before anything is moved, while its day may still be the only one. */
const refuseLost = Effect.fnUntraced(function* (transferring: Ready, days: readonly Day[]) {
  const { collection, evidence, keys, lost = [], givingUp } = transferring
  const lying = new Set((yield* collection.counts).map(({ day }) => day))
  const states = new Map((yield* evidence.arrivals.days).map(({ day, state }) => [day, state]))
  const needing = days.filter((day) => {
    const state = states.get(day)
    return state === "arriving" || (state === undefined && lying.has(day))
  })
  for (const day of needing.filter((each) => !lost.includes(each) && each !== givingUp?.day)) {
    const key = yield* Effect.try({ try: () => keys.read(day), catch: keyTrouble })
    if (key === undefined) return yield* new KeyMissing({ day })
    key.fill(0)
  }
})

/**
 * Days that are over; with `today`, what has come so far of days that go on is moved too, and their keys stay; `everything`
 * when nothing more can come: every day ends now, and keys that were made ahead go unused.
 */
export type TransferScope = "over" | "today" | "everything"

export const transfer = (
  asked: Transferring,
  scope: TransferScope = "over",
): Effect.Effect<Transferred, TransferRefusal, Scope.Scope> =>
  Effect.gen(function* () {
    yield* alone(asked.dataDir)
    const transferring = yield* readyFor(asked)
    yield* transferring.evidence.arrivals.knowQuestions(questions)
    const now = yield* DateTime.now
    const goesOn = civilDate(DateTime.subtract(now, grace))
    const finished: Day[] = []
    const refused: DayRefusal[] = []
    const note = (refusal: DayRefusal) => Effect.sync(() => void refused.push(refusal))
    const days = yield* daysOf(transferring)
    yield* refuseLost(
      transferring,
      days.filter((day) => day < goesOn || (scope !== "over" && day <= civilDate(now))),
    )
    for (const day of days) {
      if (scope === "everything" && day > civilDate(now))
        yield* Effect.try({ try: () => destroyPair(transferring.keys, transferring.dataDir, day), catch: keyTrouble })
      else if (day < goesOn || scope === "everything")
        yield* finishDay(transferring, day).pipe(
          Effect.tap(() => Effect.sync(() => void finished.push(day))),
          Effect.catchTag(["KeyMissing", "DayComplete", "CannotOpen", "NotOfTheForm"], note),
        )
      else if (scope === "today" && day <= civilDate(now))
        yield* moveDay(transferring, day).pipe(Effect.catchTag(["KeyMissing", "CannotOpen", "NotOfTheForm"], note))
    }
    return { finished, refused }
  })
