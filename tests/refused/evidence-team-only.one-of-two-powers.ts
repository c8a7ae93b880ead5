/** A capability that may be for reading and may be for something else. */
import type { Capability } from "../../policy/capability/capability.ts"
import type { RetentionState } from "../../policy/retention/retention-state.ts"
import { unlock } from "../../policy/retention/unlocked.ts"

declare const state: RetentionState
declare const capability: Capability<"read-responses" | "maintain">
export const reading = unlock(capability, state)
