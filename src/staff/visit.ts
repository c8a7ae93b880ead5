/** One request to the staff pages, and who sends it: somebody who is signed in, is on the list and may do something today. */
import { Clock, Effect, Schema } from "effect"
import { Evidence } from "../../db/evidence/evidence.ts"
import { type Acting, acting } from "../../policy/capability/acting.ts"
import { type Member, Team } from "../../policy/capability/member.ts"
import type { Power } from "../../policy/capability/power.ts"
import { Act, type Session } from "../../policy/capability/session.ts"
import { powersToday } from "../../policy/capability/standing.ts"
import { type Day, today } from "../../policy/civil-day.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { sessionIn } from "./cookie.ts"
import type { Passkeys } from "./identity/passkeys.ts"
import type { StaffPlace } from "./place.ts"

export interface Visit {
  readonly request: Request
  readonly url: URL
  /** Of a post; empty otherwise. */
  readonly body: string
  readonly place: StaffPlace
  readonly passkeys: Passkeys
}

export interface SignedIn extends Visit {
  readonly session: Session
  readonly member: Member
  readonly powers: readonly Power[]
  readonly on: Day
  readonly who: Acting
}

export class SignInFirst extends Schema.TaggedError<SignInFirst>()("SignInFirst", {}) {
  override get message() {
    return "You are not signed in, or no longer. Nothing was done. Sign in first."
  }
}

export class AccessEnded extends Schema.TaggedError<AccessEnded>()("AccessEnded", {}) {
  override get message() {
    return "Your access has ended, or has not begun. Nothing was done. Ask an administrator to look at the dates on the list."
  }
}

export class NotForYou extends Schema.TaggedError<NotForYou>()("NotForYou", {}) {
  override get message() {
    return "This is not part of your role. Nothing was done. Ask somebody whose role has it."
  }
}

/** What a form or a script sent cannot be used. */
export class BadInput extends Schema.TaggedError<BadInput>()("BadInput", { message: Schema.String }) {}

export const memberOf = Effect.fn("Staff.memberOf")(function* (person: string) {
  const member = (yield* (yield* Team).members).find((each) => each.person === person)
  const on = yield* today
  const powers = member === undefined ? [] : powersToday(member, yield* CollectionWindow, on)
  if (member === undefined || powers.length === 0) return yield* new AccessEnded()
  return { member, powers, on }
})

/** The list of people is read for each request: whose access ends is out at once. */
export const signedIn = Effect.fn("Staff.signedIn")(function* (visit: Visit) {
  const digest = sessionIn(visit.request.headers)
  const { sessions } = (yield* Evidence).access
  const session = digest && (yield* sessions.find(digest))
  if (session === undefined) return yield* new SignInFirst()
  const found = yield* memberOf(session.person)
  return { ...visit, session, ...found, who: acting(session.person, "session") } satisfies SignedIn
})

export const mayAny = ({ powers }: SignedIn, wanted: readonly Power[]): boolean =>
  wanted.some((power) => powers.includes(power))

const readAct = Schema.decodeUnknownOption(Act)

/** How the person acts: with the fresh proof that was given for this act, which is used up, or signed in alone. */
export const proving = Effect.fn("Staff.proving")(function* ({ session, who }: SignedIn, act: string) {
  const { sessions } = (yield* Evidence).access
  const read = readAct(act)
  if (read._tag === "None") return who
  const spent = yield* sessions.spend(session, read.value, yield* Clock.currentTimeMillis)
  return spent ? acting(session.person, "fresh") : who
})
