/** Refuses a real day from a clock that was not checked against the window. */
import type { Day } from "../../policy/civil-day.ts"
import type { Admitted } from "../../policy/response/stage.ts"

declare const day: Day
export const receivedOn: Admitted["receivedOn"] = day
