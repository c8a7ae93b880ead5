/** The use for which a neighbourhood (LSOA) is kept, as the controller records it; without one it is dropped (F38). */
import { Schema } from "effect"
import { CivilDate, Said } from "./dpia/entry.ts"

/** `on` is the civil date of the decision. */
export const NeighbourhoodUse = Schema.Struct({ use: Said, by: Said, on: CivilDate })
export type NeighbourhoodUse = typeof NeighbourhoodUse.Type
