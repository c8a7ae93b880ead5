/** A capability is the only key to what it names: `grant` alone makes one, and it is looked at again each time it is used. */
import { Effect } from "effect"
import { type Day, today } from "../civil-day.ts"
import type { Role } from "../data/role.ts"
import type { RuleId } from "../rule-id.ts"
import { CollectionWindow } from "../window.ts"
import { type PersonId, Team } from "./member.ts"
import type { Power } from "./power.ts"
import { NotGranted, type Standing, standing } from "./standing.ts"

/** `Rule` is for the compiler's message: a look-alike, or a capability for something else, is refused in its name. */
class Capability<P extends Power, Rule extends RuleId = "evidence-team-only"> {
  readonly power: P
  readonly role: Role
  readonly person: PersonId
  readonly lastDay: Day
  // A private field, so that no look-alike and no spread copy of one passes for it.
  readonly #rule: Rule | undefined

  constructor(power: P, { member, lastDay }: Standing) {
    this.power = power
    this.role = member.role
    this.person = member.person
    this.lastDay = lastDay
    this.#rule = undefined
    Object.freeze(this)
  }

  static readonly isOne = (value: object): boolean => #rule in value
}

export type { Capability }

const standingToday = Effect.fnUntraced(function* (power: Power, person: PersonId) {
  const { members } = yield* Team
  const member = (yield* members).find((each) => each.person === person)
  return yield* Effect.fromResult(standing(power, member, yield* CollectionWindow, yield* today))
})

/** Makes a capability; the only function that does. */
export const grant = Effect.fnUntraced(function* <const P extends Power>(
  power: P,
  person: PersonId,
): Effect.fn.Return<Capability<P>, NotGranted, Team | CollectionWindow> {
  return new Capability(power, yield* standingToday(power, person))
})

/** Gives today's civil date while the capability holds; for whoever has left, or is no longer trained, it fails. */
export const exercise = Effect.fnUntraced(function* <P extends Power>(
  capability: Capability<P>,
): Effect.fn.Return<Day, NotGranted, Team | CollectionWindow> {
  const { power, person } = capability
  if (!Capability.isOne(capability))
    return yield* new NotGranted({ rule: "evidence-team-only", power, because: "not-on-the-list" })
  yield* standingToday(power, person)
  return yield* today
})
