/** Refuses an object with every public field of a capability. */
import type { PersonId } from "../../policy/capability/member.ts"
import type { Day } from "../../policy/civil-day.ts"
import type { RetentionState } from "../../policy/custody/retention.ts"
import { unlock } from "../../policy/custody/unlock.ts"

declare const state: RetentionState
declare const person: PersonId
declare const lastDay: Day
export const reading = unlock({ power: "read-responses", role: "evidence-team", person, lastDay }, state)
