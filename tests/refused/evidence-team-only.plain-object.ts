/** Nothing in place of the power to read. */
import type { RetentionState } from "../../policy/retention/retention-state.ts"
import { unlock } from "../../policy/retention/unlocked.ts"

declare const state: RetentionState
export const reading = unlock({}, state)
