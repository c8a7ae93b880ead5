/** Lets submissions through: those of a school's burst at once, later ones for a little work or in their turn; refuses none. */
import { Clock, Context, Data, Effect, Layer } from "effect"
import { type Sender, Senders } from "./senders.ts"
import { slowLane } from "./slow-lane.ts"
import { type Challenge, type Work, WorkAsked } from "./work.ts"

/** Submissions of one sender in an hour without work: a large school that finishes together. */
export const burst = 600
/** A sender's work grows with each further burst, up to 16 times the least. */
const mostTimes = 16

/** Send the same again with the work done. */
export class WorkFirst extends Data.TaggedError("WorkFirst")<{ readonly challenge: Challenge }> {}

/** Send the same again after this time. */
export class TurnLater extends Data.TaggedError("TurnLater")<{ readonly seconds: number }> {}

export const timesTheLeast = (sent: number): number => Math.min(mostTimes, Math.floor(sent / burst))

/** Milliseconds for which one request is held until its turn, and after which it is better to try again later. */
const longestHold = 8_000
const longestWait = 100_000
const mostHeld = 128

/** Its turn is now; it comes soon, if the request is made again at once; or it comes later. */
export type Turn = "now" | "again" | "later"

const make = Effect.gen(function* () {
  const { sent, count } = yield* Senders
  const { ask, isDone } = yield* WorkAsked
  const lane = slowLane()
  let held = 0

  /** Milliseconds until it may be sent: 0 lets it through. */
  const turn = Effect.fnUntraced(function* (sender: Sender, token: string) {
    const wait = (yield* sent(sender)) < burst ? 0 : lane.wait(sender, token, yield* Clock.currentTimeMillis)
    if (wait === 0) yield* count(sender)
    return wait
  })

  const admit = Effect.fnUntraced(function* (sender: Sender, token: string, shown: Work | "cannot" | undefined) {
    const before = yield* sent(sender)
    if (before < burst) return yield* count(sender)
    if (shown === "cannot") {
      const wait = yield* turn(sender, token)
      return wait === 0 ? undefined : yield* new TurnLater({ seconds: Math.ceil(wait / 1000) })
    }
    if (shown !== undefined && (yield* isDone(shown))) return yield* count(sender)
    return yield* new WorkFirst({ challenge: yield* ask(timesTheLeast(before)) })
  })

  const awaitTurn = Effect.fnUntraced(function* (sender: Sender, token: string): Effect.fn.Return<Turn> {
    const wait = yield* turn(sender, token)
    if (wait === 0) return "now"
    if (wait > longestWait || held >= mostHeld) return "later"
    held += 1
    const holding = Effect.sleep(Math.min(wait, longestHold))
    yield* Effect.ensuring(
      holding,
      Effect.sync(() => {
        held -= 1
      }),
    )
    return (yield* turn(sender, token)) === 0 ? "now" : "again"
  })

  return {
    /** For a page without script, which can neither work nor send itself again: its request is held. */
    awaitTurn,
    /** For a sender that can be asked. Counts what it lets through. */
    admit,
  }
})

export class Admission extends Context.Service<Admission, Effect.Success<typeof make>>()("src/server/Admission") {
  static readonly layer: Layer.Layer<Admission, never, Senders> = Layer.provide(
    Layer.effect(Admission, make),
    WorkAsked.layer,
  )
}
