/** Refuses a retention state written by hand. */
import type { Day } from "../../policy/civil-day.ts"
import { stateOn } from "../../policy/custody/retention.ts"

declare const on: Day
export const standing = stateOn({ state: "active", facts: { of: on, dueOn: on } }, on)
