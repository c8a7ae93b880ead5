/** A capability for one thing, copied and relabelled for another. */
import type { Capability } from "../../policy/capability/capability.ts"
import type { RetentionState } from "../../policy/retention/retention-state.ts"
import { unlock } from "../../policy/retention/unlocked.ts"

declare const state: RetentionState
declare const capability: Capability<"maintain">
export const reading = unlock({ ...capability, power: "read-responses" }, state)
