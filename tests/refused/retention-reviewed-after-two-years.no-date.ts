/** Refuses an extension without a new date. */
import type { Capability } from "../../policy/capability/capability.ts"
import { extend, type Retention } from "../../policy/custody/retention.ts"

declare const capability: Capability<"extend-retention">
declare const state: Retention<"review-due">
export const kept = extend(capability, capability, state, {
  proportionality: "Only banded ages.",
  necessity: "Trends need a second year.",
})
