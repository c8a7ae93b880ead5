/** A made-up team: one person a role, trained, cleared and on the project, and the layer that knows them. */
import { Effect, Layer } from "effect"
import { grant } from "../../../policy/capability/capability.ts"
import { Member, PersonId, Team } from "../../../policy/capability/member.ts"
import type { Power } from "../../../policy/capability/power.ts"
import { Day } from "../../../policy/civil-day.ts"
import { type Role, roles } from "../../../policy/data/role.ts"
import { type Digest, digestOf } from "../../../policy/record/digest.ts"
import { CollectionWindow, type Window } from "../../../policy/window.ts"

export const day = Day.make
export const digest = (of: string): Digest => digestOf(of)
export const personOf = (role: Role, number = 0): PersonId => PersonId.make(digestOf(`${role} ${number}`).slice(0, 16))

export const memberOf = (role: Role, change: Partial<Member> = {}, number = 0): Member =>
  Member.make({
    person: personOf(role, number),
    role,
    project: "the-big-ask",
    from: day("2021-04-01"),
    until: day("2099-12-31"),
    trainedOn: day("2021-04-01"),
    clearance: { level: "security-check", until: day("2099-12-31") },
    ...change,
  })

export const team = (members: readonly Member[]) => Layer.succeed(Team, Team.of({ members: Effect.succeed(members) }))

/** Trained today, so that only what a test changes can lapse. */
export const wholeTeam = (trainedOn: string): readonly Member[] =>
  roles.map((role) => memberOf(role, { trainedOn: day(trainedOn) }))

export const within = (window: Window | "always", members: readonly Member[]) =>
  Layer.merge(Layer.succeed(CollectionWindow, window), team(members))

export const granted = <const P extends Power>(power: P, role: Role, number = 0) => grant(power, personOf(role, number))

export const midday = (civilDay: string): number => Date.parse(`${civilDay}T12:00:00Z`)
