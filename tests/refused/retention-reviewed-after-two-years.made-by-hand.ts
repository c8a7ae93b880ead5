/** A state written down as if the calendar had brought it about. */
import type { Day } from "../../policy/civil-day.ts"
import { standsOn } from "../../policy/retention/retention-state.ts"

declare const on: Day
export const standing = standsOn({ state: "active", facts: { of: on, dueOn: on } }, on)
