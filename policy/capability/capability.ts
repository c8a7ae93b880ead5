/** Lets one person use one power: only `grant` makes a capability, and every use checks the person's standing again. */
import { Effect } from "effect"
import { type Day, today } from "../civil-day.ts"
import type { Role } from "../data/role.ts"
import type { RuleId } from "../rule-id.ts"
import { makerOf, type Unforgeable } from "../unforgeable.ts"
import { CollectionWindow } from "../window.ts"
import { type PersonId, Team } from "./member.ts"
import type { Power } from "./power.ts"
import { NotGranted, standing } from "./standing.ts"

const mark: unique symbol = Symbol("capability")

export interface Capability<P extends Power, Rule extends RuleId = "evidence-team-only">
  extends Unforgeable<typeof mark, Rule> {
  readonly power: P
  readonly role: Role
  readonly person: PersonId
  readonly lastDay: Day
}

const { make, isOne } = makerOf<Capability<Power>>(mark, "evidence-team-only")

const standingToday = Effect.fn("Capability.standingToday")(function* (power: Power, person: PersonId) {
  const { members } = yield* Team
  const member = (yield* members).find((each) => each.person === person)
  return yield* Effect.fromResult(standing(power, member, yield* CollectionWindow, yield* today))
})

/** The only function that makes a capability. */
export const grant = Effect.fn("Capability.grant")(function* <const P extends Power>(
  power: P,
  person: PersonId,
): Effect.fn.Return<Capability<P>, NotGranted, Team | CollectionWindow> {
  const { member, lastDay } = yield* standingToday(power, person)
  return make<Capability<P>>({ power, role: member.role, person: member.person, lastDay })
})

/** Gives today's civil date while the capability holds; fails for a person who has left or whose training has lapsed. */
export const exercise = Effect.fn("Capability.exercise")(function* <P extends Power>(
  capability: Capability<P>,
): Effect.fn.Return<Day, NotGranted, Team | CollectionWindow> {
  const { power, person } = capability
  if (!isOne(capability))
    return yield* new NotGranted({ rule: "evidence-team-only", power, because: "not-on-the-list" })
  yield* standingToday(power, person)
  return yield* today
})
