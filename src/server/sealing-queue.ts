/** Seals responses in shuffled groups to the public key of their day, and reports one as stored only once it is durable. */
import { Context, Data, Effect, type Fiber, FiberSet, Layer } from "effect"
import type { Outcome } from "../../db/collection/append.ts"
import { sealGroup } from "../../db/collection/seal.ts"
import type { Matched } from "../../policy/response/stage.ts"
import type { DayWithin } from "../../policy/window.ts"
import { Channel } from "./channel.ts"
import { storingTimes } from "./storing-times.ts"

export type Stored = Extract<Outcome, "stored" | "already-stored">

/** Nothing was promised: the sender may send the same token again. */
export class NotStored extends Data.TaggedError("NotStored")<{ readonly outcome: Exclude<Outcome, Stored> }> {}

interface Waiting {
  readonly matched: Matched
  readonly token: string
  readonly day: DayWithin
  readonly settle: (outcome: Outcome) => void
}

/** Milliseconds for which a response waits for others: longer while another group is with the writer, since a commit costs much. */
const gathering = 2
const gatheringBehind = 10
const largestGroup = 16
/** Beyond this the service says it is busy rather than grow. */
const mostWaiting = 4_000

const isStored = (outcome: Outcome): outcome is Stored => outcome === "stored" || outcome === "already-stored"

const make = Effect.gen(function* () {
  const channel = yield* Channel
  const { alike } = storingTimes()
  const waiting = new Set<Waiting>()
  let gathered: Waiting[] = []
  let timer: Fiber.Fiber<void> | undefined
  let underway = 0

  yield* Effect.addFinalizer(() =>
    Effect.sync(() => {
      for (const { settle } of waiting) settle("unavailable")
    }),
  )
  const fork = yield* FiberSet.makeRuntime<never, void, never>()

  const sealAndAppend = (group: readonly Waiting[], day: string, key: Uint8Array): Effect.Effect<void> =>
    Effect.gen(function* () {
      const responses = group.map(({ matched }) => matched)
      const { sealed, order } = sealGroup(responses, day, key)
      const inOrder = order.flatMap((index) => group[index] ?? [])
      const items = inOrder.flatMap(({ token }, index) => (sealed[index] ? [{ token, sealed: sealed[index] }] : []))
      const outcomes = yield* alike(channel.append(items))
      for (const [index, { settle }] of inOrder.entries()) settle(outcomes[index] ?? "unavailable")
    })

  const send = (group: readonly Waiting[], day: string): Effect.Effect<void> =>
    Effect.suspend(() => {
      underway += 1
      const key = channel.publicKeyOf(day)
      return key === undefined ? Effect.void : sealAndAppend(group, day, key)
    }).pipe(
      Effect.ignoreCause,
      Effect.ensuring(
        Effect.sync(() => {
          underway -= 1
          for (const { settle } of group) settle("unavailable")
        }),
      ),
    )

  const flush = (): void => {
    timer?.interruptUnsafe()
    timer = undefined
    const byDay = Map.groupBy(gathered, ({ day }) => day)
    gathered = []
    for (const [day, group] of byDay) fork(send(group, day))
  }

  const flushLater = Effect.sync(() => {
    timer = undefined
    flush()
  })

  const store = (matched: Matched, token: string, day: DayWithin): Effect.Effect<Stored, NotStored> =>
    Effect.callback<Stored, NotStored>((resume) => {
      if (waiting.size >= mostWaiting) return resume(Effect.fail(new NotStored({ outcome: "unavailable" })))
      const settle = (outcome: Outcome): void => {
        // The first outcome counts: a group that has been answered is settled once more as it ends.
        if (!waiting.delete(response)) return
        resume(isStored(outcome) ? Effect.succeed(outcome) : Effect.fail(new NotStored({ outcome })))
      }
      const response: Waiting = { matched, token, day, settle }
      waiting.add(response)
      gathered.push(response)
      if (gathered.length >= largestGroup) flush()
      else timer ??= fork(Effect.delay(flushLater, underway === 0 ? gathering : gatheringBehind))
    })

  return { store }
})

export class SealingQueue extends Context.Service<
  SealingQueue,
  {
    /** `day` is the civil date of receipt in Europe/London. */
    readonly store: (matched: Matched, token: string, day: DayWithin) => Effect.Effect<Stored, NotStored>
  }
>()("src/server/SealingQueue") {
  /** When its scope closes, every response that still waits ends as not stored. */
  static readonly layer: Layer.Layer<SealingQueue, never, Channel> = Layer.effect(SealingQueue, make)
}
