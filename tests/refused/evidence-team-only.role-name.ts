/** A role check in place of a capability. */
import type { RetentionState } from "../../policy/retention/retention-state.ts"
import { unlock } from "../../policy/retention/unlocked.ts"

declare const state: RetentionState
export const reading = unlock("evidence-team", state)
