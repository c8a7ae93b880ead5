/** Data brought back after it was destroyed. */
import type { Capability } from "../../policy/capability/capability.ts"
import { extend, type Retention } from "../../policy/retention/retention-state.ts"

declare const capability: Capability<"extend-retention">
declare const state: Retention<"destroyed">
const reasons = { necessity: "Trends need it.", proportionality: "Only banded ages.", until: "2029-04-19" } as const
export const kept = extend(capability, state, reasons)
