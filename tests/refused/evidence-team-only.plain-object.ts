/** Refuses an empty object in place of the power to read. */
import type { RetentionState } from "../../policy/custody/retention.ts"
import { unlock } from "../../policy/custody/unlock.ts"

declare const state: RetentionState
export const reading = unlock({}, state)
