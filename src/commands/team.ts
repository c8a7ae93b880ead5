/** Keeps the list of everyone on the project, by random ids and without names; every change is recorded. */
import { randomBytes } from "node:crypto"
import { Console, Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { Evidence } from "../../db/evidence/evidence.ts"
import { type Member, PersonId } from "../../policy/capability/member.ts"
import { powersOf } from "../../policy/capability/power.ts"
import { tooManyReaders } from "../../policy/capability/readers.ts"
import { standing } from "../../policy/capability/standing.ts"
import { type Day, today } from "../../policy/civil-day.ts"
import { parameters } from "../../policy/parameters.ts"
import { digestOf } from "../../policy/record/digest.ts"
import { CollectionWindow, type Window } from "../../policy/window.ts"
import { type DeploymentSettings, Settings } from "../deployment/settings.ts"
import { Unusable } from "./exit-code.ts"
import { onEvidence } from "./on-evidence.ts"
import { memberFlags, memberFrom, valuesOf } from "./team-member.ts"
import { ownerOnly, personArgument } from "./values.ts"
import { withSettings } from "./with-settings.ts"

/** All powers of a role ask for the same training and clearance, so the first one decides. */
const powerLine = (member: Member, window: Window | "always", on: Day): string => {
  const decision = standing(powersOf[member.role][0], member, window, on)
  return decision._tag === "Success" ? `holds until ${decision.success.lastDay}` : decision.failure.because
}

const memberLines = (members: readonly Member[], window: Window | "always", on: Day): readonly string[] => [
  members.length === 0 ? "Nobody is on the list yet, so nobody may read, check or release: ask -- team add." : "",
  ...members.map((member) => {
    const { person, role, from, until, trainedOn, clearance } = member
    const times = `${from} to ${until}  trained ${trainedOn}  ${clearance.level} until ${clearance.until}`
    return `${person}  ${role.padEnd(29)}  ${times}  ${powerLine(member, window, on)}`
  }),
  tooManyReaders(members, on)
    ? `More than ${parameters.evidenceTeam.value} people may read answers, but the DPIA has a team of about that many (F13). The DPO's report says so until the list is shorter.`
    : "",
]

type Change = Effect.Effect<string, { readonly _tag: string; readonly message: string }, Evidence>

/** Makes the change, if any, then prints the list as it is now. */
const changeAndList = Effect.fn("ask.team")(function* (change: Change, where?: Parameters<typeof onEvidence>[1]) {
  yield* ownerOnly
  const lines = yield* onEvidence(
    Effect.gen(function* () {
      const sentence = yield* change
      const { members } = yield* Evidence
      return [sentence, ...memberLines(yield* members, yield* CollectionWindow, yield* today)].filter(Boolean)
    }),
    where,
  )
  for (const line of lines) yield* Console.log(line)
})

const findMember = Effect.fn("Team.findMember")(function* (person: PersonId) {
  const { members } = yield* Evidence
  const member = (yield* members).find((each) => each.person === person)
  if (member !== undefined) return member
  return yield* new Unusable({ message: `${person} is not on the list. Nothing was changed. See: ask team` })
})

/** The first person makes the evidence store, so that the list exists before the collection opens. */
const add = Command.make("add", memberFlags, (values) =>
  Effect.gen(function* () {
    const member = yield* memberFrom(PersonId.make(randomBytes(8).toHex()), values, yield* today)
    const addMember = Effect.gen(function* () {
      const evidence = yield* Evidence
      yield* evidence.keepMember(member)
      return `Added as ${member.person}. Record in the controller's own files who that is: this list has no names.`
    })
    yield* changeAndList(addMember, "new if need be")
  }),
).pipe(withSettings, Command.withDescription("Add a person, and print the random id by which the list knows them"))

const person = personArgument("The id that ask team add printed")

/** Hidden, so that a new role gets a sentence of its own. */
const roleNow = memberFlags.role.pipe(Flag.optional, Flag.withHidden)

const changeFlags = {
  person,
  role: roleNow,
  from: memberFlags.from.pipe(Flag.optional),
  until: memberFlags.until.pipe(Flag.optional),
  trained: memberFlags.trained.pipe(Flag.optional),
  clearance: memberFlags.clearance.pipe(Flag.optional),
  clearedUntil: memberFlags.clearedUntil.pipe(Flag.optional),
}

const change = Command.make("change", changeFlags, ({ person: id, role, ...given }) =>
  Effect.gen(function* () {
    if (Option.isSome(role))
      return yield* new Unusable({
        message: "A role is not changed. Nothing was done. Remove the person, and add an entry for the other role.",
      })
    if (Object.values(given).every((value: Option.Option<unknown>) => Option.isNone(value)))
      return yield* new Unusable({ message: "No change is given. Nothing was done. See: ask team change --help" })
    yield* changeAndList(
      Effect.gen(function* () {
        const evidence = yield* Evidence
        const before = valuesOf(yield* findMember(id))
        const after = {
          role: before.role,
          from: Option.getOrElse(given.from, () => before.from),
          until: Option.getOrElse(given.until, () => before.until),
          trained: Option.getOrElse(given.trained, () => before.trained),
          clearance: Option.getOrElse(given.clearance, () => before.clearance),
          clearedUntil: Option.getOrElse(given.clearedUntil, () => before.clearedUntil),
        }
        yield* evidence.keepMember(yield* memberFrom(id, after, yield* today))
        return "Changed."
      }),
    )
  }),
).pipe(withSettings, Command.withDescription("Record a new training, last day or clearance of a person"))

const remove = Command.make("remove", { person }, ({ person: id }) =>
  changeAndList(
    Effect.gen(function* () {
      const evidence = yield* Evidence
      yield* evidence.dropMember((yield* findMember(id)).person)
      return "Removed: from now on nothing is granted to that id."
    }),
  ),
).pipe(withSettings, Command.withDescription("Take a person off the list"))

const addressOf = ({ storage, deployment: { staff }, environment: { STAFF_PORT: port } }: DeploymentSettings): string =>
  (storage.mode === "live" ? staff?.origin : undefined) ?? `http://localhost:${port ?? staff?.port ?? 3001}`

/** The only way in for the first administrator. Who has a key already gets a link that a person must confirm in the browser. */
const link = Command.make(
  "link",
  { person },
  Effect.fn("ask.team.link")(function* ({ person: id }) {
    yield* ownerOnly
    const settings = yield* Settings
    const secret = randomBytes(32).toString("base64url")
    const needsTwo = yield* onEvidence(
      Effect.gen(function* () {
        const { passkeys, enrolments } = (yield* Evidence).access
        const { person } = yield* findMember(id)
        const needsTwo = (yield* passkeys.holders).includes(person)
        yield* enrolments.offer({ digest: digestOf(secret), person, needsTwo })
        return needsTwo
      }),
    )
    yield* Console.log(`${addressOf(settings)}/staff/enrol#${secret}`)
    yield* Console.log(
      needsTwo
        ? "This link replaces a key, so it opens nothing until an administrator confirms it under People and access. It is kept nowhere: give it to that person alone."
        : "It works once, for half an hour, and is kept nowhere: give it to that person alone.",
    )
  }),
).pipe(withSettings, Command.withDescription("Print a one-time link with which a person enrols a passkey to sign in"))

export const team = Command.make("team", {}, () => changeAndList(Effect.succeed(""))).pipe(
  withSettings,
  Command.withDescription("List everyone on the project: ids, roles, days, and what each may do now"),
  Command.withSubcommands([add, change, remove, link]),
)
