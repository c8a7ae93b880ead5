/** Refuses `true` in place of the decision to publish by local authority. */
import { geographyGate } from "../../policy/release/geography-gate.ts"

export const gate = geographyGate({ geographies: ["E09000007"] }, true)
