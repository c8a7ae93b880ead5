/** Refuses a capability that may be for reading or for another power. */
import type { Capability } from "../../policy/capability/capability.ts"
import type { RetentionState } from "../../policy/custody/retention.ts"
import { unlock } from "../../policy/custody/unlock.ts"

declare const state: RetentionState
declare const capability: Capability<"read-responses" | "maintain">
export const reading = unlock(capability, state)
