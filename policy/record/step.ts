/** Joins a new state with the record of it, so that a store keeps both or neither. */
import type { DecisionRecord } from "./decision-record.ts"

export interface Step<State> {
  readonly state: State
  readonly record: DecisionRecord
}
