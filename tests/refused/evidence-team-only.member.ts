/** Refuses a member of the evidence team who was granted no power. */
import type { Member } from "../../policy/capability/member.ts"
import type { RetentionState } from "../../policy/custody/retention.ts"
import { unlock } from "../../policy/custody/unlock.ts"

declare const state: RetentionState
declare const member: Member
export const reading = unlock(member, state)
