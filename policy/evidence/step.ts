/** A transition gives the new state and the record of it together, so that a store keeps both or neither. */
import type { DecisionRecord } from "./decision-record.ts"

export interface Step<State> {
  readonly state: State
  readonly record: DecisionRecord
}
