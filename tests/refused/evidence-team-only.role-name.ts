/** Refuses the name of a role in place of a capability. */
import type { RetentionState } from "../../policy/custody/retention.ts"
import { unlock } from "../../policy/custody/unlock.ts"

declare const state: RetentionState
export const reading = unlock("evidence-team", state)
