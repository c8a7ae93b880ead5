/** Declares what the report relies on: confirmed law, the reviewed set of variables, and the keys with which machines sign results. */
import { createPublicKey } from "node:crypto"
import { readFileSync } from "node:fs"
import { Effect, Option } from "effect"
import { Argument, Command } from "effect/cli"
import { lawEntries } from "../../../policy/dpia/law/entries.ts"
import { variableSetOf } from "../../../policy/dpia/variable-set.ts"
import { everyQuestion } from "../../../policy/facts/asked-question.ts"
import { forms } from "../../../surveys/forms.ts"
import { resultsFolder } from "../../deployment/storage.ts"
import { publicKeyIn } from "../../launcher/results-key.mjs"
import { Unusable } from "../exit-code.ts"
import { typedPath } from "../typed-path.ts"
import { dayFlag } from "../values.ts"
import { withSettings } from "../with-settings.ts"
import { recordDeclaration } from "./record.ts"
import { by, version, wordsFlag } from "./values.ts"

const entriesNamed = (name: string): Option.Option<typeof lawEntries> => {
  const named = lawEntries.filter(({ id }) => name === "all" || id === name)
  return named.length > 0 ? Option.some(named) : Option.none()
}

const entries = Argument.String("ENTRY").pipe(
  Argument.withDescription("An entry of the law register, as the report lists it; or all"),
  Argument.filterMap(entriesNamed, () => "an entry of the law register, as the report lists it, or all"),
  Argument.atLeast(1),
)

export const law = Command.make(
  "law",
  {
    entries,
    reference: wordsFlag("reference", "Where the advice is kept, such as its number"),
    until: dayFlag("until", "The last day on which the confirmation counts"),
    by,
  },
  Effect.fn("ask.declare.law")(function* ({ entries, by, ...stated }) {
    for (const { id: entry, text } of new Set(entries.flat()))
      yield* recordDeclaration(by, { kind: "law", value: { entry, text, ...stated } })
  }),
).pipe(withSettings, Command.withDescription("Confirm entries of the law register, as a person qualified in law"))

export const variables = Command.make("variables", { dpia: version, by }, ({ dpia, by }) =>
  recordDeclaration(by, { kind: "variables", value: { set: variableSetOf(everyQuestion(forms)), dpia } }),
).pipe(withSettings, Command.withDescription("State that the variables of this build were reviewed against the DPIA"))

const keyIn = (path: string, usual = "signing-key.pub of the other machine") =>
  Effect.try({
    try: () => {
      const text = readFileSync(path, "utf8")
      if (!text.includes("BEGIN PUBLIC KEY")) throw new Error("no public key")
      return createPublicKey(text).export({ type: "spki", format: "der" }).toString("base64")
    },
    catch: () =>
      new Unusable({
        message: `${path} holds no public key. Nothing was recorded. Name the ${usual}.`,
      }),
  })

const ownKey = Effect.suspend(() => {
  const key = publicKeyIn(resultsFolder)
  return key === undefined
    ? Effect.fail(new Unusable({ message: "This machine has no key yet. Nothing was recorded. Run npm test first." }))
    : Effect.succeed(key)
})

export const resultsKey = Command.make(
  "results-key",
  {
    file: Argument.String("FILE").pipe(
      Argument.withDescription("The signing-key.pub of another machine; without it, the key of this one"),
      Argument.optional,
    ),
    machine: wordsFlag("machine", "Which machine it is"),
    by,
  },
  Effect.fn("ask.declare.resultsKey")(function* ({ file, machine, by }) {
    const key = Option.isSome(file) ? yield* keyIn(yield* typedPath(file.value)) : yield* ownKey
    yield* recordDeclaration(by, { kind: "results-key", value: { key, machine } })
  }),
).pipe(withSettings, Command.withDescription("Trust the results of the tests that a machine signs with its key"))

export const reportKey = Command.make(
  "report-key",
  { file: Argument.String("FILE").pipe(Argument.withDescription("The public part of the key, a .pub file")), by },
  Effect.fn("ask.declare.reportKey")(function* ({ file, by }) {
    const key = yield* keyIn(yield* typedPath(file), ".pub file of the key")
    yield* recordDeclaration(by, { kind: "report-key", value: { key } })
  }),
).pipe(withSettings, Command.withDescription("Set the key that signs reports; the one before it signs no more"))
