/** Refuses an extension that does not say why it is proportionate. */
import type { Capability } from "../../policy/capability/capability.ts"
import { extend, type Retention } from "../../policy/custody/retention.ts"

declare const capability: Capability<"extend-retention">
declare const state: Retention<"review-due">
export const kept = extend(capability, capability, state, {
  necessity: "Trends need a second year.",
  until: "2029-04-19",
})
