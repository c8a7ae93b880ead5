/** Decodes the environment variables that override `app.config.ts`, and refuses a wrong one in a sentence that names it. */
import { Result, Schema, SchemaTransformation } from "effect"
import { modes } from "../../policy/data/mode.ts"
import { Origin } from "../../policy/deployment/deployment.ts"

const wholeNumberUpTo = (maximum: number) =>
  Schema.String.check(Schema.isPattern(/^\d{1,9}$/)).pipe(
    Schema.decodeTo(
      Schema.Int.check(Schema.isBetween({ minimum: 0, maximum })),
      SchemaTransformation.transform({ decode: Number, encode: String }),
    ),
  )

const databaseAddress = Schema.String.check(Schema.isPattern(/^(?:postgres(?:ql)?:\/\/|socket:|\/)/))

const Words = Schema.NonEmptyArray(Schema.NonEmptyString)
const listOfWords = Schema.fromJsonString(Words)
const oneProgram = Schema.String.check(Schema.isPattern(/^[^[]/)).pipe(
  Schema.decodeTo(
    Words,
    SchemaTransformation.transform<readonly [string, ...string[]], string>({
      decode: (program) => [program],
      encode: ([program]) => program,
    }),
  ),
)

const processIds = Schema.String.check(Schema.isPattern(/^\d{1,9}(?:,\d{1,9})*$/)).pipe(
  Schema.decodeTo(
    Schema.Array(Schema.Int),
    SchemaTransformation.transform<readonly number[], string>({
      decode: (list) => list.split(",").map(Number),
      encode: (ids) => ids.join(","),
    }),
  ),
)

const Environment = Schema.Struct({
  MODE: Schema.optionalKey(Schema.Literals(modes)),
  HOST: Schema.optionalKey(Schema.NonEmptyString),
  PORT: Schema.optionalKey(wholeNumberUpTo(65_535)),
  ORIGIN: Schema.optionalKey(Origin),
  METRICS_PORT: Schema.optionalKey(wholeNumberUpTo(65_535)),
  STAFF_PORT: Schema.optionalKey(Schema.Union([Schema.Literal("off"), wholeNumberUpTo(65_535)])),
  DATA_DIR: Schema.optionalKey(Schema.NonEmptyString),
  DATABASE_URL: Schema.optionalKey(databaseAddress),
  EVIDENCE_DATABASE_URL: Schema.optionalKey(databaseAddress),
  NIGHTLY_TRANSFER: Schema.optionalKey(Schema.Union([Schema.Literal("off"), wholeNumberUpTo(23)])),
  KEY_COMMAND: Schema.optionalKey(Schema.Union([listOfWords, oneProgram])),
  HURRY: Schema.optionalKey(Schema.Literal("on")),
  /** Set by npm: the folder that a command was typed in. */
  INIT_CWD: Schema.optionalKey(Schema.NonEmptyString),
  /** Set by `npm start`: the launcher ends when one of these processes ends. */
  WATCH_PIDS: Schema.optionalKey(processIds),
})
export type Environment = typeof Environment.Type
type Name = keyof Environment

const postgres = "Begin it with postgres://, or leave it out to use a file."
const remedies: Readonly<Record<Name, readonly [wrong: string, remedy: string]>> = {
  MODE: ["a mode", "Set it to rehearsal or live, or leave it out for the mode in app.config.ts."],
  HOST: ["a host", "Set it to an address of this machine, or leave it out for 127.0.0.1."],
  PORT: ["a port", "Set it to a number from 0 to 65535, or leave it out for 3000."],
  ORIGIN: ["an https address", "Begin it with https, without a path, or leave it out for app.config.ts."],
  METRICS_PORT: ["a port", "Set it to a number from 0 to 65535, or leave it out to serve no metrics."],
  STAFF_PORT: ["a port", "Set it to a number from 0 to 65535, or to off, or leave it out for app.config.ts."],
  DATA_DIR: ["a folder", "Set it to a folder, or leave it out for .data."],
  DATABASE_URL: ["a PostgreSQL address", postgres],
  EVIDENCE_DATABASE_URL: ["a PostgreSQL address", postgres],
  NIGHTLY_TRANSFER: ["an hour", "Set it to 0 to 23, or to off, or leave it out for 2."],
  KEY_COMMAND: ["a command", "Set it to a program, or to a JSON list of a program and its first words."],
  HURRY: ["on", "Leave it out, so that a page waits half a second before it takes a press."],
  INIT_CWD: ["a folder", "Leave it to npm."],
  WATCH_PIDS: ["a list of process ids", "Leave it to npm start."],
}

/** The settings cannot be used; the message names the first one and never repeats its value, which may hold a password. */
export class SettingsRefused extends Schema.TaggedError<SettingsRefused>()("SettingsRefused", {
  message: Schema.String,
}) {}

const refusal = (name: Name): SettingsRefused => {
  const [wrong, remedy] = remedies[name]
  return new SettingsRefused({ message: `${name} is not ${wrong}. Nothing was done. ${remedy}` })
}

export type Variables = Readonly<Record<string, string | undefined>>

const isName = (name: string): name is Name => Object.hasOwn(remedies, name)
const decode = Schema.decodeUnknownResult(Environment)

/** A variable that is set to nothing counts as left out. */
export const readEnvironment = (variables: Variables): Result.Result<Environment, SettingsRefused> => {
  const ours = Object.entries(variables).filter(([name, value]) => isName(name) && value !== undefined && value !== "")
  const names = Object.keys(remedies).filter(isName)
  const isWrong = (name: Name) => Result.isFailure(decode(Object.fromEntries(ours.filter(([each]) => each === name))))
  return Result.mapError(decode(Object.fromEntries(ours)), () => refusal(names.find(isWrong) ?? "MODE"))
}
