/** Refuses an extension with an empty reason. */
import type { Capability } from "../../policy/capability/capability.ts"
import { extend, type Retention } from "../../policy/custody/retention.ts"

declare const capability: Capability<"extend-retention">
declare const state: Retention<"review-due">
export const kept = extend(capability, capability, state, {
  necessity: "",
  proportionality: "Only banded ages.",
  until: "2029-04-19",
})
