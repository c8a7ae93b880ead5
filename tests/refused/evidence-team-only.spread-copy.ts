/** Refuses a copy of one capability relabelled as another. */
import type { Capability } from "../../policy/capability/capability.ts"
import type { RetentionState } from "../../policy/custody/retention.ts"
import { unlock } from "../../policy/custody/unlock.ts"

declare const state: RetentionState
declare const capability: Capability<"maintain">
export const reading = unlock({ ...capability, power: "read-responses" }, state)
