/** The power to release tables, used to read rows. */
import type { Capability } from "../../policy/capability/capability.ts"
import type { RetentionState } from "../../policy/retention/retention-state.ts"
import { unlock } from "../../policy/retention/unlocked.ts"

declare const state: RetentionState
declare const capability: Capability<"release-table">
export const reading = unlock(capability, state)
