/** Remembers how long groups took to store, so that a group that stores nothing new is answered as late as one that does. */
import { Clock, Effect } from "effect"
import type { Outcome } from "../../db/collection/append.ts"

const remembered = 64

export interface StoringTimes {
  /**
   * Where all tokens of a group were known, nothing is written and the store may answer sooner: a sender who measures it
   * would learn that a token was used. Such a group waits until a group that stored something would have been answered,
   * had it been as quick or slow among its kind. Where both kinds take the same time, nobody waits.
   */
  readonly alike: <E, R>(append: Effect.Effect<readonly Outcome[], E, R>) => Effect.Effect<readonly Outcome[], E, R>
}

interface Recent {
  readonly keep: (milliseconds: number) => void
  /** From 0 to 1: the share of times that were shorter. */
  readonly rankOf: (milliseconds: number) => number
  readonly atRank: (rank: number) => number
}

const recentTimes = (): Recent => {
  const times: number[] = []
  let next = 0
  return {
    keep: (milliseconds) => {
      times[next] = milliseconds
      next = (next + 1) % remembered
    },
    rankOf: (milliseconds) => (times.filter((each) => each < milliseconds).length + 0.5) / times.length,
    atRank: (rank) => times.toSorted((a, b) => a - b)[Math.floor(rank * times.length)] ?? 0,
  }
}

export const storingTimes = (): StoringTimes => {
  const [storing, known] = [recentTimes(), recentTimes()]
  const milliseconds = Effect.map(Clock.currentTimeNanos, (nanoseconds) => Number(nanoseconds) / 1e6)

  const waitAfter = (took: number): number => {
    known.keep(took)
    return Math.floor(storing.atRank(known.rankOf(took)) - took)
  }

  return {
    alike: (append) =>
      Effect.gen(function* () {
        const began = yield* milliseconds
        const outcomes = yield* append
        const took = (yield* milliseconds) - began
        if (outcomes.includes("stored")) storing.keep(took)
        else if (outcomes.includes("already-stored")) {
          const wait = waitAfter(took)
          if (wait > 0) yield* Effect.sleep(wait)
        }
        return outcomes
      }),
  }
}
