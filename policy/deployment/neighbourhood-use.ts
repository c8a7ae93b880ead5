/** Records the use for which the controller keeps neighbourhoods (LSOAs); without one they are dropped (F38). */
import { Schema } from "effect"
import { CivilDate } from "../civil-day.ts"
import { Text } from "../dpia/entry.ts"

/** `by` is the role that decided, and `on` the civil date of the decision. */
export const NeighbourhoodUse = Schema.Struct({ use: Text, by: Text, on: CivilDate })
export type NeighbourhoodUse = typeof NeighbourhoodUse.Type
