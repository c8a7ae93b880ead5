/** `ask -- team`: the named list of everyone on the project, by ids drawn at random and without a name; each change is on record. */
import { randomBytes } from "node:crypto"
import { Effect } from "effect"
import { isAbsent } from "../../db/collection/store-unavailable.ts"
import { Evidence } from "../../db/evidence/evidence.ts"
import { type Member, PersonId } from "../../policy/capability/member.ts"
import { powersOf } from "../../policy/capability/power.ts"
import { tooManyReaders } from "../../policy/capability/readers.ts"
import { standing } from "../../policy/capability/standing.ts"
import { type Day, today } from "../../policy/civil-day.ts"
import { parameters } from "../../policy/parameters.ts"
import { CollectionWindow, type Window } from "../../policy/window.ts"
import type { Place } from "../launcher/place.ts"
import { withEvidence } from "../staff/with-evidence.ts"
import { type Asked, asked, entryOf, Misasked, memberFrom } from "./team-asked.ts"

/** Of the powers of a role the first tells how its holder stands: all of them ask for the same. */
const standsAs = (member: Member, window: Window | "always", on: Day): string => {
  const found = standing(powersOf[member.role][0], member, window, on)
  return found._tag === "Success" ? `holds until ${found.success.lastDay}` : found.failure.because
}

const linesOf = (members: readonly Member[], window: Window | "always", on: Day): readonly string[] => [
  members.length === 0 ? "Nobody is on the list yet, so nobody may read, check or release: ask -- team add." : "",
  ...members.map((member) => {
    const { person, role, from, until, trainedOn, clearance } = member
    const times = `${from} to ${until}  trained ${trainedOn}  ${clearance.level} until ${clearance.until}`
    return `${person}  ${role.padEnd(29)}  ${times}  ${standsAs(member, window, on)}`
  }),
  tooManyReaders(members, on)
    ? `More than ${parameters.evidenceTeam.value} people may read answers, where the DPIA has a team of roughly as many (F13): the report for the DPO says so until it is mended.`
    : "",
]

const unlisted = new Misasked({ message: "Nobody on the list has that id: ask -- team lists them." })

const done = Effect.fnUntraced(function* (
  evidence: Evidence["Service"],
  order: Asked,
): Effect.fn.Return<string, Effect.Error<ReturnType<typeof memberFrom> | Evidence["Service"]["members"]>> {
  if (order.do === "list") return ""
  const on = yield* today
  if (order.do === "add") {
    const member = yield* memberFrom(PersonId.make(randomBytes(8).toHex()), order.entry, on)
    yield* evidence.keepMember(member)
    return `Added as ${member.person}. Write down in the controller's own records who that is: it stands nowhere else.`
  }
  const member = (yield* evidence.members).find(({ person }) => person === order.person)
  if (member === undefined) return yield* unlisted
  if (order.do === "remove") {
    yield* evidence.dropMember(member.person)
    return "Removed: from now on nothing is granted to that id."
  }
  yield* evidence.keepMember(yield* memberFrom(member.person, { ...entryOf(member), ...order.entry }, on))
  return "Changed."
})

const listing = Effect.fnUntraced(function* (place: Place, args: readonly string[]) {
  const order = yield* asked(args)
  return yield* withEvidence(
    place,
    Effect.gen(function* () {
      const evidence = yield* Evidence
      const said = yield* done(evidence, order)
      return [said, ...linesOf(yield* evidence.members, yield* CollectionWindow, yield* today)].filter(Boolean)
    }),
  )
})

const absent = "There is no evidence store here yet, and the list is kept in it: ask -- transfer makes it."

export const team = (place: Place, args: readonly string[]): Promise<number> => {
  process.umask(0o077)
  return listing(place, args).pipe(
    Effect.match({
      onSuccess: (lines) => {
        for (const line of lines) console.log(line)
        return 0
      },
      onFailure: (error) => {
        console.error(isAbsent(error) ? absent : error.message)
        return error instanceof Misasked ? 2 : 1
      },
    }),
    Effect.runPromise,
  )
}
