/** Describes what the metrics tell of the platform. */
import type { Outcome } from "../../db/collection/append.ts"

export interface Numbers {
  readonly ready: boolean
  /** Milliseconds since a write was durable; infinite before the first. */
  readonly silentFor: number
  /** How often each process has ended since the start. */
  readonly ends: ReadonlyMap<string, number>
  /** Answers since the start, by what became of them. */
  readonly answers: ReadonlyMap<Outcome, number>
  /** Whether the last transfer failed; `undefined` before the first. */
  readonly nightFailed: boolean | undefined
  /** Bytes of this process. */
  readonly memory: number
}

/** Before the platform has begun. */
export const nothingYet: Numbers = {
  ready: false,
  silentFor: Number.POSITIVE_INFINITY,
  ends: new Map(),
  answers: new Map(),
  nightFailed: undefined,
  memory: 0,
}
