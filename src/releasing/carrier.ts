/** Whoever looks at a table on its way out must be one of those who carry it: a checker, or a supervisor who releases. */
import { Effect } from "effect"
import { grant } from "../../policy/capability/capability.ts"
import type { PersonId } from "../../policy/capability/member.ts"

export const carrier = (person: PersonId) =>
  grant("check-output", person).pipe(Effect.catch(() => grant("release-table", person)))
