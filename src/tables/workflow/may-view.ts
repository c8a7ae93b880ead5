/** Lets only a checker, or a supervisor who releases, view a proposed table. */
import { Effect } from "effect"
import { recorded } from "../../../db/evidence/recorded-grant.ts"
import { grant } from "../../../policy/capability/capability.ts"
import type { PersonId } from "../../../policy/capability/member.ts"

export const mayView = (person: PersonId) =>
  recorded(grant("check-output", person).pipe(Effect.catch(() => grant("release-table", person))))
