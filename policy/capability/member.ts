/** Describes a person on the named list: role, dates on the project, training and clearance, and no name. */
import { Context, type Effect, Schema } from "effect"
import { Day } from "../civil-day.ts"
import { clearanceLevels, roles } from "../data/role.ts"

/** Drawn at random when a person joins. The controller's own records say whose it is. */
export const PersonId = Schema.String.check(Schema.isPattern(/^[0-9a-f]{16}$/)).pipe(Schema.brand("PersonId"))
export type PersonId = typeof PersonId.Type

/** `until` is the last day, included. */
export const Member = Schema.Struct({
  person: PersonId,
  role: Schema.Literals(roles),
  project: Schema.Literal("the-big-ask"),
  from: Day,
  until: Day,
  trainedOn: Day,
  clearance: Schema.Struct({ level: Schema.Literals(clearanceLevels), until: Day }),
  /** Who gave access on the staff pages; without it an operator did at a shell. */
  givenBy: Schema.optionalKey(PersonId),
})
export type Member = typeof Member.Type

export const readMember = Schema.decodeUnknownEffect(Member, { onExcessProperty: "error" })

/** The named list of everyone on the project (F13), read again at each use; a list that cannot be read grants no power. */
export class Team extends Context.Service<Team, { readonly members: Effect.Effect<readonly Member[]> }>()(
  "policy/capability/Team",
) {}
