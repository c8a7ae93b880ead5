/** Refuses an extension after the review is overdue. */
import type { Capability } from "../../policy/capability/capability.ts"
import { extend, type Retention } from "../../policy/custody/retention.ts"

declare const capability: Capability<"extend-retention">
declare const state: Retention<"review-overdue">
const reasons = { necessity: "Trends need it.", proportionality: "Only banded ages.", until: "2029-04-19" } as const
export const kept = extend(capability, capability, state, reasons)
