/** Defines the values of a person on the list, and turns them into an entry unless they contradict each other. */
import { Effect } from "effect"
import { Flag } from "effect/cli"
import type { Member, PersonId } from "../../policy/capability/member.ts"
import type { Day } from "../../policy/civil-day.ts"
import { type ClearanceLevel, clearanceLevels, type Role, roles } from "../../policy/data/role.ts"
import { Unusable } from "./exit-code.ts"
import { dayFlag } from "./values.ts"

export const memberFlags = {
  role: Flag.Literals("role", roles).pipe(Flag.withMetavar("ROLE"), Flag.withDescription("The role in the DPIA")),
  from: dayFlag("from", "The first day on the project"),
  until: dayFlag("until", "The last day on the project"),
  trained: dayFlag("trained", "The day of the training"),
  clearance: Flag.Literals("clearance", clearanceLevels).pipe(
    Flag.withMetavar("LEVEL"),
    Flag.withDescription("The level of the clearance"),
  ),
  clearedUntil: dayFlag("cleared-until", "The last day of the clearance"),
}

export interface MemberValues {
  readonly role: Role
  readonly from: Day
  readonly until: Day
  readonly trained: Day
  readonly clearance: ClearanceLevel
  readonly clearedUntil: Day
}

const refused = (message: string) => Effect.fail(new Unusable({ message }))

export const memberFrom = (person: PersonId, values: MemberValues, today: Day): Effect.Effect<Member, Unusable> => {
  const { role, from, until, trained: trainedOn, clearance: level, clearedUntil } = values
  if (until < from) return refused("--until is before --from. Nothing was recorded. Give the first day and the last.")
  if (trainedOn > today)
    return refused("--trained is still to come. Nothing was recorded. Record the training once it is taken.")
  const clearance = { level, until: clearedUntil }
  return Effect.succeed({ person, role, project: "the-big-ask", from, until, trainedOn, clearance })
}

export const valuesOf = ({ role, from, until, trainedOn, clearance }: Member): MemberValues => ({
  ...{ role, from, until, trained: trainedOn, clearance: clearance.level },
  clearedUntil: clearance.until,
})
