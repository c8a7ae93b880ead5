/** Lets only a checker, or a supervisor who releases, view a proposed table. */
import { Effect } from "effect"
import { actingOf, recorded, type Who } from "../../../db/evidence/recorded-grant.ts"
import { grant } from "../../../policy/capability/capability.ts"

/** Gives no capability: a person who may look has proved nothing yet. */
export const mayView = (who: Who) => {
  const { person, proof } = actingOf(who)
  const asking = grant("check-output", person).pipe(Effect.catch(() => grant("release-table", person)))
  return Effect.asVoid(recorded(asking, proof))
}
