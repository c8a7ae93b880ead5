/** Data destroyed before its two years are over. */
import type { Capability } from "../../policy/capability/capability.ts"
import type { Gone } from "../../policy/retention/gone.ts"
import { destroy, type Retention } from "../../policy/retention/retention-state.ts"

declare const capability: Capability<"destroy-data">
declare const state: Retention<"active">
declare const gone: Gone
export const destroyed = destroy(capability, capability, state, gone)
