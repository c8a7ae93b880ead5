/** An object that has all that a capability shows. */
import type { PersonId } from "../../policy/capability/member.ts"
import type { Day } from "../../policy/civil-day.ts"
import type { RetentionState } from "../../policy/retention/retention-state.ts"
import { unlock } from "../../policy/retention/unlocked.ts"

declare const state: RetentionState
declare const person: PersonId
declare const lastDay: Day
export const reading = unlock({ power: "read-responses", role: "evidence-team", person, lastDay }, state)
