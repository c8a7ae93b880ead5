/** Makes `Checked`: every response that goes to analysis has been looked at, and as many come out as went in. */
import type { Checked, Matched, Unsealed } from "../stage.ts"
import { flagsOf } from "./flag.ts"

/** The only function that makes one. */
export const check = <R extends Matched | Unsealed>(response: R, isRepeated = false): Checked<R> =>
  ({ response, flags: flagsOf(response, isRepeated) }) as Checked<R>

/** One for each, in the same order: a doubtful response is flagged and kept. */
export const checkAll = <R extends Matched | Unsealed>(responses: readonly R[]): readonly Checked<R>[] =>
  responses.map((response) => check(response))
