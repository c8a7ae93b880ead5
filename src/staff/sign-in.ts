/** Signs people in and out, enrols their passkeys, and takes the fresh proof of an act. */
import { Clock, Effect, Schema } from "effect"
import { Evidence } from "../../db/evidence/evidence.ts"
import { Act, beginSession, sessionLimits } from "../../policy/capability/session.ts"
import { digestOf } from "../../policy/record/digest.ts"
import { cookieOf, endOfCookie, newSecret } from "./cookie.ts"
import { NotProved } from "./identity/identity.ts"
import { fromForm, fromScript } from "./input.ts"
import { json, seeOther } from "./reply.ts"
import { BadInput, memberOf, type SignedIn, type Visit } from "./visit.ts"

/** A struct without fields would take any. */
const Nothing = Schema.Record(Schema.String, Schema.Never)
const nothing = fromScript(Nothing)
const answer = fromScript(Schema.Struct({ answer: Schema.Unknown }))
const Secret = Schema.String.check(Schema.isPattern(/^[A-Za-z0-9_-]{43}$/))
const link = fromScript(Schema.Struct({ secret: Secret }))
const enrolment = fromScript(Schema.Struct({ secret: Secret, answer: Schema.Unknown }))
const asked = fromScript(Schema.Struct({ act: Act }))
const proof = fromScript(Schema.Struct({ act: Act, answer: Schema.Unknown }))
const noFields = fromForm(Nothing)

export const askToSignIn = Effect.fn("Staff.askToSignIn")(function* (visit: Visit) {
  yield* nothing(visit)
  return json(yield* visit.passkeys.ask("sign-in"))
})

export const signIn = Effect.fn("Staff.signIn")(function* (visit: Visit) {
  const sent = yield* answer(visit)
  const person = yield* visit.passkeys.prove(sent.answer, "sign-in")
  yield* memberOf(person)
  const { sessions } = (yield* Evidence).access
  const { secret, digest } = newSecret()
  yield* sessions.begin(beginSession(digest, person, yield* Clock.currentTimeMillis))
  return json({}, 200, { "Set-Cookie": cookieOf(secret) })
})

export const signOut = Effect.fn("Staff.signOut")(function* (visit: SignedIn) {
  yield* noFields(visit)
  const { sessions } = (yield* Evidence).access
  yield* sessions.end(visit.session)
  return seeOther("/staff/sign-in", { "Set-Cookie": endOfCookie, "Clear-Site-Data": '"cache", "storage"' })
})

const noLink = new BadInput({
  message:
    "This link opens nothing: it was used, is older than half an hour, or waits for a second person. Nothing was enrolled. Ask for a new one.",
})

const personOfLink = Effect.fn("Staff.personOfLink")(function* (secret: string) {
  const { enrolments } = (yield* Evidence).access
  const digest = digestOf(secret)
  const person = yield* enrolments.find(digest)
  if (person === undefined) return yield* noLink
  yield* memberOf(person)
  return { person, digest }
})

export const askToEnrol = Effect.fn("Staff.askToEnrol")(function* (visit: Visit) {
  const { secret } = yield* link(visit)
  const { person, digest } = yield* personOfLink(secret)
  return json(yield* visit.passkeys.askToEnrol(person, `enrol ${digest}`))
})

export const enrol = Effect.fn("Staff.enrol")(function* (visit: Visit) {
  const sent = yield* enrolment(visit)
  const { person, digest } = yield* personOfLink(sent.secret)
  const passkey = yield* visit.passkeys.enrolled(sent.answer, person, `enrol ${digest}`)
  const { passkeys } = (yield* Evidence).access
  yield* passkeys.enrol(passkey, digest)
  return json({})
})

/** The question is bound to the session and the act, so that an answer to it proves nothing else. */
const purposeOf = ({ session }: SignedIn, act: Act): string => `${session.digest} ${act}`

export const askToProve = Effect.fn("Staff.askToProve")(function* (visit: SignedIn) {
  const { act } = yield* asked(visit)
  return json(yield* visit.passkeys.ask(purposeOf(visit, act)))
})

export const prove = Effect.fn("Staff.prove")(function* (visit: SignedIn) {
  const sent = yield* proof(visit)
  const person = yield* visit.passkeys.prove(sent.answer, purposeOf(visit, sent.act))
  if (person !== visit.session.person) return yield* new NotProved({ because: "unknown-key" })
  const { sessions } = (yield* Evidence).access
  yield* sessions.prove(visit.session, sent.act, (yield* Clock.currentTimeMillis) + sessionLimits.proof)
  return json({})
})
