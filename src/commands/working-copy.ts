/** Makes, lists and certifies working copies: files of answers for analysis, each with purpose, owner, end and digest. */
import { createHash } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { Console, Effect, Option, Schema } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { Evidence } from "../../db/evidence/evidence.ts"
import { recordedGrant } from "../../db/evidence/recorded-grant.ts"
import { workingCopies } from "../../db/evidence/working-copies.ts"
import { type Day, today } from "../../policy/civil-day.ts"
import {
  certifyCopyDeletion,
  copyFormats,
  isOut,
  overdueCopies,
  type RecordedCopy,
} from "../../policy/custody/working-copy.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { Digest } from "../../policy/record/digest.ts"
import { Reason } from "../../policy/record/reason.ts"
import { readCard } from "../analysis/copy/card-folder.ts"
import { chooseVariables } from "../analysis/copy/choose-variables.ts"
import { makeCopy } from "../analysis/copy/make-copy.ts"
import { intervalMeaning } from "../analysis/weights/weight-text.ts"
import { Settings } from "../deployment/settings.ts"
import { resolveReader } from "../tables/request/read-responses.ts"
import { Unusable } from "./exit-code.ts"
import { onEvidence } from "./on-evidence.ts"
import { typedPath } from "./typed-path.ts"
import { dayFlag, ownerOnly, personFlag, textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const shown = 8

const reasonFlag = (name: string, description: string) =>
  textFlag(name, "WORDS", description).pipe(
    Flag.filterMap(Schema.decodeUnknownOption(Reason), () => "a reason in words, on one line"),
  )

const Forms = Schema.Array(Schema.Literals(formIds)).check(Schema.isMinLength(1), Schema.isUnique())

export const formsFlag = textFlag("forms", "LIST", `Some of: ${formIds.join(",")}`).pipe(
  Flag.withDefault(formIds.join(",")),
  Flag.filterMap(
    (text) => Schema.decodeUnknownOption(Forms)(text.split(",")),
    () => `some of these, with commas: ${formIds.join(",")}`,
  ),
)

/** Names of variables, and `weight_NAME` for weights. */
export const namesIn = (
  text: string,
): { readonly weights: readonly string[]; readonly variables: readonly string[] } => {
  const names = text.split(",").map((name) => name.trim())
  return {
    weights: names.flatMap((name) => (name.startsWith("weight_") ? [name.slice("weight_".length)] : [])),
    variables: names.filter((name) => !name.startsWith("weight_")),
  }
}

const make = Command.make(
  "make",
  {
    by: personFlag("by", "The member of the evidence team who will own the copy").pipe(Flag.optional),
    purpose: reasonFlag("purpose", "What the copy is for"),
    names: textFlag("variables", "LIST", "Names of the codebook and of weights, with commas; or all"),
    forms: formsFlag,
    places: reasonFlag("places", "Why the purpose needs school or council").pipe(Flag.optional),
    expiresOn: dayFlag("until", "The last day on which the copy may exist"),
    format: Flag.Literals("format", copyFormats).pipe(Flag.withDescription("Which program reads it")),
    out: textFlag("out", "FOLDER", "A new folder"),
  },
  Effect.fn("ask.working-copy.make")(function* ({ by, names, forms, places, out, ...order }) {
    yield* ownerOnly
    const { storage } = yield* Settings
    const folder = yield* typedPath(out)
    const { weights, variables } = namesIn(names)
    const isAll = variables.length === 1 && variables[0] === "all"
    const card = yield* onEvidence(
      Effect.gen(function* () {
        const chosen = yield* chooseVariables(isAll ? "all" : variables, forms)
        const evidence = yield* Evidence
        const { person, team } = yield* resolveReader(evidence, storage.mode, Option.getOrUndefined(by))
        const request = { chosen, weights, forms, person, places: Option.getOrUndefined(places), folder, ...order }
        return yield* makeCopy(storage, request).pipe(Effect.provide(team))
      }),
    )
    yield* Console.log(
      `Working copy ${card.id.slice(0, shown)} is in ${folder}: ${card.responses} responses, ${card.variables.length} variables. Delete it by ${card.expiresOn}, then: ask -- working-copy certify.`,
    )
    if (weights.length > 0) yield* Console.log(intervalMeaning)
  }),
).pipe(
  withSettings,
  Command.withDescription("Write chosen variables of the answers, labelled, for SPSS, Stata, R, Python or any program"),
  Command.withExamples([
    {
      command:
        'ask working-copy make --purpose "Happiness by age" --variables age,life_now_family_3 --until 2027-06-01 --format sav --out FOLDER --by ID',
    },
  ]),
)

const stateOf = (copy: RecordedCopy, on: Day): string => {
  if (copy.deletedOn !== undefined) return `deleted on ${copy.deletedOn}, certified`
  return on > copy.expiresOn ? `OVERDUE since ${copy.expiresOn}` : `until ${copy.expiresOn}`
}

const list = Command.make(
  "list",
  {},
  Effect.fn("ask.working-copy.list")(function* () {
    const { storage } = yield* Settings
    const copies = yield* onEvidence(Effect.flatMap(Evidence, workingCopies))
    const on = yield* today
    for (const copy of copies) {
      const card = readCard(storage.dataDir, copy)
      const about = card && `${card.person}  ${card.format}  ${card.variables.length} variables  ${card.purpose}`
      yield* Console.log(
        `${copy.id.slice(0, shown)}  ${copy.madeOn}  ${stateOf(copy, on)}  ${about ?? "its card is lost"}`,
      )
    }
    const late = overdueCopies(copies, on).length
    if (late > 0) yield* Console.log(`${late} should have been deleted: delete them, then certify.`)
    if (copies.length === 0) yield* Console.log("No working copy was made.")
  }),
).pipe(withSettings, Command.withDescription("List every working copy with its owner, purpose, end and state"))

const certify = Command.make(
  "certify",
  {
    copy: Argument.String("COPY").pipe(
      Argument.withDescription("The id of a working copy"),
      Argument.filter(
        (text) => /^[0-9a-f]{8,64}$/.test(text),
        () => "the id of a working copy, 8 characters or more, as `ask working-copy list` lists it",
      ),
    ),
    by: personFlag("by", "The supervisor who certifies, never the owner"),
    attestation: textFlag("attestation", "FILE", "What the owner attests about the deletion"),
    deletedOn: dayFlag("deleted", "The day of the deletion"),
  },
  Effect.fn("ask.working-copy.certify")(function* ({ copy: id, by, attestation: file, deletedOn }) {
    yield* ownerOnly
    const path = yield* typedPath(file)
    if (!existsSync(path))
      return yield* new Unusable({ message: `${path} does not exist. Nothing was certified. Name the attestation.` })
    const attestation = Digest.make(createHash("sha256").update(readFileSync(path)).digest("hex"))
    yield* onEvidence(
      Effect.gen(function* () {
        const evidence = yield* Evidence
        const capability = yield* recordedGrant("certify-extract-deletion", by)
        const named = (yield* workingCopies(evidence)).filter((copy) => copy.id.startsWith(id))
        const [only, ...more] = named
        if (only === undefined || more.length > 0 || !isOut(only))
          return yield* new Unusable({
            message: `${id} names no working copy that waits for its certificate. Nothing was certified. See: ask working-copy list`,
          })
        yield* evidence.record(yield* certifyCopyDeletion(capability, only, { deletedOn, attestation }))
      }),
    )
    yield* Console.log(`Certified: working copy ${id} was deleted on ${deletedOn}.`)
  }),
).pipe(withSettings, Command.withDescription("Record that a working copy is deleted, as its owner attests"))

export const workingCopy = Command.make("working-copy").pipe(
  Command.withDescription("Make, list and certify working copies of the answers"),
  Command.withSubcommands([make, list, certify]),
)
