/** Leave to publish by local authority, given by a word in place of the decision. */
import { geographyGate } from "../../policy/rules/aggregates-only-beyond-the-team.ts"

export const gate = geographyGate({ geographies: ["E09000007"] }, true)
