/** Gives, confirms and ends people's access: each act by a person who may, freshly proved, and recorded with who did it. */
import { randomBytes } from "node:crypto"
import { Effect, Schema } from "effect"
import { Evidence } from "../../db/evidence/evidence.ts"
import { recordedGrant } from "../../db/evidence/recorded-grant.ts"
import { type Member, PersonId } from "../../policy/capability/member.ts"
import { Day } from "../../policy/civil-day.ts"
import { clearanceLevels, roles } from "../../policy/data/role.ts"
import { Digest } from "../../policy/record/digest.ts"
import { newSecret } from "./cookie.ts"
import { fromForm } from "./input.ts"
import { page, seeOther } from "./reply.ts"
import { linkPage } from "./screens/enrol.ts"
import { peoplePage } from "./screens/people.ts"
import { BadInput, proving, type SignedIn } from "./visit.ts"

const person = fromForm(Schema.Struct({ person: PersonId }))
const link = fromForm(Schema.Struct({ link: Digest }))
const added = fromForm(
  Schema.Struct({
    role: Schema.Literals(roles),
    from: Day,
    until: Day,
    trained: Day,
    clearance: Schema.Literals(clearanceLevels),
    clearedUntil: Day,
  }),
)

const here = "/staff/people"

/** The power to administer access, with a fresh proof for this act; recorded either way. */
const administering = Effect.fn("Staff.administering")(function* (visit: SignedIn, on: string) {
  yield* recordedGrant("administer-access", yield* proving(visit, `administer-access:${on}`))
})

const listed = Effect.fn("Staff.listed")(function* (id: PersonId) {
  const found = (yield* (yield* Evidence).members).find((each) => each.person === id)
  if (found !== undefined) return found
  return yield* new BadInput({ message: "That person is not on the list. Nothing was done. Load the page again." })
})

const notYourself = (visit: SignedIn, id: PersonId) =>
  visit.member.person === id
    ? Effect.fail(
        new BadInput({
          message: "Nobody gives or ends access of their own. Nothing was done. Ask another administrator.",
        }),
      )
    : Effect.void

export const showPeople = Effect.fn("Staff.showPeople")(function* (visit: SignedIn) {
  const { members, access } = yield* Evidence
  const seen = {
    members: yield* members,
    holders: yield* access.passkeys.holders,
    open: yield* access.sessions.open,
    waiting: yield* access.enrolments.waiting,
  }
  return page(peoplePage(visit, seen))
})

export const addPerson = Effect.fn("Staff.addPerson")(function* (visit: SignedIn) {
  const { role, from, until, trained: trainedOn, clearance: level, clearedUntil } = yield* added(visit)
  if (until < from)
    return yield* new BadInput({ message: "The last day is before the first. Nobody was added. Give both again." })
  if (trainedOn > visit.on)
    return yield* new BadInput({
      message: "The training is still to come. Nobody was added. Add them once it is taken.",
    })
  yield* administering(visit, "add")
  const { keepMember } = yield* Evidence
  const member: Member = {
    ...{ person: PersonId.make(randomBytes(8).toHex()), role, project: "the-big-ask", from, until, trainedOn },
    clearance: { level, until: clearedUntil },
    givenBy: visit.member.person,
  }
  yield* keepMember(member)
  return seeOther(here)
})

export const removePerson = Effect.fn("Staff.removePerson")(function* (visit: SignedIn) {
  const { person: id } = yield* person(visit)
  yield* notYourself(visit, id)
  yield* administering(visit, `remove.${id}`)
  yield* listed(id)
  yield* (yield* Evidence).dropMember(id)
  return seeOther(here)
})

/** A link for somebody who has a key already takes another's place: it waits for a second person. */
export const offerLink = Effect.fn("Staff.offerLink")(function* (visit: SignedIn) {
  const { person: id } = yield* person(visit)
  yield* notYourself(visit, id)
  yield* administering(visit, `link.${id}`)
  const member = yield* listed(id)
  const { passkeys, enrolments } = (yield* Evidence).access
  const needsTwo = (yield* passkeys.holders).includes(id)
  const { secret, digest } = newSecret()
  yield* enrolments.offer({ digest, person: id, givenBy: visit.member.person, needsTwo })
  return page(linkPage(visit, { member, secret, needsTwo }))
})

export const confirmLink = Effect.fn("Staff.confirmLink")(function* (visit: SignedIn) {
  const { link: digest } = yield* link(visit)
  yield* administering(visit, `confirm.${digest}`)
  const { enrolments } = (yield* Evidence).access
  const waiting = (yield* enrolments.waiting).find((each) => each.digest === digest && !each.isReady)
  if (waiting === undefined)
    return yield* new BadInput({ message: "That link waits for nobody. Nothing was done. Load the page again." })
  if (waiting.givenBy === visit.member.person || waiting.person === visit.member.person)
    return yield* new BadInput({
      message: "A second person confirms it: neither who gave the link nor whose it is. Nothing was done.",
    })
  yield* enrolments.confirm(waiting, visit.member.person)
  return seeOther(here)
})

export const endSessions = Effect.fn("Staff.endSessions")(function* (visit: SignedIn) {
  const { person: id } = yield* person(visit)
  yield* administering(visit, `end.${id}`)
  yield* listed(id)
  yield* (yield* Evidence).access.sessions.endAll(id, visit.member.person)
  return seeOther(here)
})
