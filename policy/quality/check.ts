/** Makes `Checked`: every response that goes to analysis has been looked at, and as many come out as went in. */
import type { Checked, Matched } from "../stage.ts"
import { flagsOf } from "./flag.ts"

/** The only function that makes one. */
export const check = (response: Matched): Checked => ({ response, flags: flagsOf(response) }) as Checked

/** One for each, in the same order: a doubtful response is flagged and kept. */
export const checkAll = (responses: readonly Matched[]): readonly Checked[] => responses.map(check)
