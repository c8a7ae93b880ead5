/** A person on the named list: role, time on the project, training and clearance, and no name. */
import { Context, type Effect, Schema } from "effect"
import { Day } from "../civil-day.ts"
import { clearanceLevels, roles } from "../data/role.ts"

/** Drawn at random when a person joins; who it is stands in the controller's own records. */
export const PersonId = Schema.String.check(Schema.isPattern(/^[0-9a-f]{16}$/)).pipe(Schema.brand("PersonId"))
export type PersonId = typeof PersonId.Type

/** `until` is a last day, and counts. */
export const Member = Schema.Struct({
  person: PersonId,
  role: Schema.Literals(roles),
  project: Schema.Literal("the-big-ask"),
  from: Day,
  until: Day,
  trainedOn: Day,
  clearance: Schema.Struct({ level: Schema.Literals(clearanceLevels), until: Day }),
})
export type Member = typeof Member.Type

export const readMember = Schema.decodeUnknownEffect(Member, { onExcessProperty: "error" })

/** The named list of everyone on the project (F13), read anew each time; a list that cannot be read has nobody on it. */
export class Team extends Context.Service<Team, { readonly members: Effect.Effect<readonly Member[]> }>()(
  "policy/capability/Team",
) {}
