/** Refuses the power to release tables for reading rows. */
import type { Capability } from "../../policy/capability/capability.ts"
import type { RetentionState } from "../../policy/custody/retention.ts"
import { unlock } from "../../policy/custody/unlock.ts"

declare const state: RetentionState
declare const capability: Capability<"release-table">
export const reading = unlock(capability, state)
