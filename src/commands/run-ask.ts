/** Runs one command line: parses all of it before any command starts, and turns the outcome into an exit code. */
import { Cause, Console, Effect, FileSystem, Layer, Path, Stdio, Terminal } from "effect"
import { CliConfig, CliOutput, Command, GlobalFlag } from "effect/cli"
import { ChildProcessSpawner } from "effect/process"
import { defectOf, defectText } from "../../policy/defect.ts"
import type { SettingsRefused } from "../deployment/environment.ts"
import type { DeploymentSettings } from "../deployment/settings.ts"
import { ask } from "./cli.ts"
import { type ExitCode, exitCodeOf, exitCodes, FaultsFound } from "./exit-code.ts"
import { presenter } from "./usage-text.ts"
import { SettingsSource } from "./with-settings.ts"

/** As in package.json. */
const version = "0.1.0"

/** The parser asks for services that no command here uses. */
const unused = Effect.die("no command uses this service")
const parserServices = Layer.mergeAll(
  FileSystem.layerNoop({}),
  Path.layer,
  Stdio.layerTest({}),
  Layer.succeed(
    Terminal.Terminal,
    Terminal.make({
      columns: Effect.succeed(80),
      rows: Effect.succeed(24),
      size: unused,
      readInput: unused,
      readLine: unused,
      display: () => Effect.void,
    }),
  ),
  Layer.succeed(
    ChildProcessSpawner.ChildProcessSpawner,
    ChildProcessSpawner.make(() => unused),
  ),
  CliConfig.layer({ builtIns: [GlobalFlag.Help, GlobalFlag.Version, GlobalFlag.Completions] }),
  CliOutput.layerPresenter(presenter),
)

type Failure = { readonly _tag: string; readonly message: string }

const report = (error: Failure): Effect.Effect<ExitCode> => {
  if (error._tag === "ShowHelp") return Effect.succeed(exitCodes.unusable)
  const code = exitCodeOf(error)
  return error instanceof FaultsFound ? Effect.succeed(code) : Effect.as(Console.error(error.message), code)
}

/** The message of a defect may hold an answer: its class and the lines of its stack do not. */
const reportDefect = (cause: Cause.Cause<never>): Effect.Effect<ExitCode> => {
  const defect = defectOf(Cause.squash(cause))
  const sentence = `The command stopped on ${defectText(defect)}, a defect of the program. Report it with the lines below.`
  return Effect.as(Console.error([sentence, ...defect.stack].join("\n    ")), exitCodes.notDone)
}

export const runAsk = (
  args: readonly string[],
  settings: Effect.Effect<DeploymentSettings, SettingsRefused>,
): Effect.Effect<ExitCode> =>
  Command.runWith(ask, { version })(args).pipe(
    Effect.provideService(SettingsSource, settings),
    Effect.as<ExitCode>(exitCodes.done),
    Effect.catch(report),
    Effect.catchCause(reportDefect),
    Effect.provide(parserServices),
  )
