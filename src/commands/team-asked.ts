/** What is asked of the named list, read whole: an entry with every date there is, or a sentence that says what to write. */
import { parseArgs } from "node:util"
import { Effect, Schema, Struct } from "effect"
import { type Member, PersonId } from "../../policy/capability/member.ts"
import { Day } from "../../policy/civil-day.ts"
import { clearanceLevels, roles } from "../../policy/data/role.ts"

const usage =
  "Write: team, for the list; team add --role ROLE --from DAY --until DAY --trained DAY --clearance LEVEL --cleared-until DAY; team change ID, with what is new of these but the role; or team remove ID."

/** Told in its own words, and with 2. */
export class Misasked extends Schema.TaggedError<Misasked>()("Misasked", { message: Schema.String }) {}
const misasked = (message: string) => new Misasked({ message })

const fields = {
  role: Schema.Literals(roles),
  from: Day,
  until: Day,
  trained: Day,
  clearance: Schema.Literals(clearanceLevels),
  "cleared-until": Day,
}
const Whole = Schema.Struct(fields)
type Whole = typeof Whole.Type
type Option = keyof Whole

const aDay = "a day that there is, such as 2027-04-19"
const wanted: Readonly<Record<Option, string>> = {
  role: `one of: ${roles.join(", ")}`,
  from: `${aDay}: the first on the project`,
  until: `${aDay}: the last on the project`,
  trained: `${aDay}: when the training was taken`,
  clearance: `one of: ${clearanceLevels.join(", ")}`,
  "cleared-until": `${aDay}: the last of the clearance`,
}
const names: readonly Option[] = ["role", "from", "until", "trained", "clearance", "cleared-until"]

const text = { type: "string" } as const
const options = { role: text, from: text, until: text, trained: text, clearance: text, "cleared-until": text } as const

const Given = Schema.Struct(Struct.map(fields, Schema.optionalKey))
type Given = typeof Given.Type
const readGiven = Schema.decodeUnknownEffect(Given)

/** Says of the first that is wrong what it takes. */
const entryFrom = Effect.fnUntraced(function* (values: Readonly<Partial<Record<Option, string>>>) {
  const wrong = names.find((name) => values[name] !== undefined && !Schema.is(fields[name])(values[name]))
  if (wrong !== undefined) return yield* misasked(`--${wrong} takes ${wanted[wrong]}.`)
  return yield* Effect.mapError(readGiven({ ...values }), () => misasked(usage))
})

export type Asked =
  | { readonly do: "list" }
  | { readonly do: "add"; readonly entry: Whole }
  | { readonly do: "change"; readonly person: PersonId; readonly entry: Given }
  | { readonly do: "remove"; readonly person: PersonId }

const isWhole = (entry: Given): entry is Whole => names.every((name) => entry[name] !== undefined)

const readPerson = (id: string | undefined) =>
  Effect.mapError(Schema.decodeUnknownEffect(PersonId)(id), () =>
    misasked("Name the person by the id of sixteen signs that team add gave: ask -- team lists them."),
  )

export const asked = Effect.fnUntraced(function* (args: readonly string[]): Effect.fn.Return<Asked, Misasked> {
  const { positionals, values } = yield* Effect.try({
    try: () => parseArgs({ args: [...args], allowPositionals: true, options }),
    catch: () => misasked(usage),
  })
  const [what, id, ...more] = positionals
  const entry = yield* entryFrom(values)
  const given = Object.keys(entry).length
  if (more.length > 0 || (given > 0 && what !== "add" && what !== "change")) return yield* misasked(usage)
  if (what === undefined) return { do: "list" }
  if (what === "remove") return { do: "remove", person: yield* readPerson(id) }
  if (what === "add" && id === undefined) {
    if (isWhole(entry)) return { do: "add", entry }
    const lacking = names.find((name) => entry[name] === undefined) ?? "role"
    return yield* misasked(`team add needs --${lacking} too: ${wanted[lacking]}.`)
  }
  if (what !== "change") return yield* misasked(usage)
  if (given === 0) return yield* misasked(usage)
  if (entry.role !== undefined)
    return yield* misasked("A role is not changed: remove the person, and add an entry for the other role.")
  return { do: "change", person: yield* readPerson(id), entry }
})

/** An entry as the list keeps it, unless its days contradict each other. */
export const memberFrom = (person: PersonId, entry: Whole, today: Day): Effect.Effect<Member, Misasked> => {
  const { role, from, until, trained: trainedOn, clearance: level } = entry
  if (until < from) return Effect.fail(misasked("--until is before --from: give the first day and the last."))
  if (trainedOn > today)
    return Effect.fail(misasked("--trained is still to come: record the training once it is taken."))
  const clearance = { level, until: entry["cleared-until"] }
  return Effect.succeed({ person, role, project: "the-big-ask", from, until, trainedOn, clearance })
}

/** The other way round, for what of it is changed. */
export const entryOf = ({ role, from, until, trainedOn, clearance }: Member): Whole => ({
  ...{ role, from, until, trained: trainedOn, clearance: clearance.level },
  "cleared-until": clearance.until,
})
