/** Refuses a grant before its result is known: it may still be refused. */
import { grant } from "../../policy/capability/capability.ts"
import type { PersonId } from "../../policy/capability/member.ts"
import type { RetentionState } from "../../policy/custody/retention.ts"
import { unlock } from "../../policy/custody/unlock.ts"

declare const state: RetentionState
declare const person: PersonId
export const reading = unlock(grant("read-responses", person), state)
