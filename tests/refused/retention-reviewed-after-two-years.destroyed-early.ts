/** Refuses to destroy data before two years are over. */
import type { Capability } from "../../policy/capability/capability.ts"
import type { Erased } from "../../policy/custody/destroyed.ts"
import { destroy, type Retention } from "../../policy/custody/retention.ts"

declare const capability: Capability<"destroy-data">
declare const state: Retention<"active">
declare const gone: Erased
export const destroyed = destroy(capability, capability, state, gone)
