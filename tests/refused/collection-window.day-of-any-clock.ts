/** A day that exists and that a clock gave, but of which nobody asked whether the window was open. */
import type { Day } from "../../policy/civil-day.ts"
import type { Admitted } from "../../policy/stage.ts"

declare const day: Day
export const receivedOn: Admitted["receivedOn"] = day
