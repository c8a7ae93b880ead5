/** Makes a clock that shows the instant a test sets, in milliseconds, and never waits. */
import { type Clock, Effect } from "effect"

export const clockAt = (instant: () => number): Clock.Clock => {
  const nanoseconds = (): bigint => BigInt(instant()) * 1_000_000n
  return {
    currentTimeMillisUnsafe: instant,
    currentTimeMillis: Effect.sync(instant),
    currentTimeNanosUnsafe: nanoseconds,
    currentTimeNanos: Effect.sync(nanoseconds),
    monotonicTimeNanosUnsafe: nanoseconds,
    monotonicTimeNanos: Effect.sync(nanoseconds),
    sleep: () => Effect.void,
  }
}
