/** A grant that nobody has waited for: it might still be refused. */
import { grant } from "../../policy/capability/capability.ts"
import type { PersonId } from "../../policy/capability/member.ts"
import type { RetentionState } from "../../policy/retention/retention-state.ts"
import { unlock } from "../../policy/retention/unlocked.ts"

declare const state: RetentionState
declare const person: PersonId
export const reading = unlock(grant("read-responses", person), state)
