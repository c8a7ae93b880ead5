/** A member of the evidence team, without having been granted anything. */
import type { Member } from "../../policy/capability/member.ts"
import type { RetentionState } from "../../policy/retention/retention-state.ts"
import { unlock } from "../../policy/retention/unlocked.ts"

declare const state: RetentionState
declare const member: Member
export const reading = unlock(member, state)
