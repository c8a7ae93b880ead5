/** Lists every command of `ask`, in the groups in which help shows them. */
import { Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { backup } from "./backup.ts"
import { close } from "./close.ts"
import { codebook } from "./codebook.ts"
import { complaints } from "./complaints.ts"
import { counts } from "./counts.ts"
import { declare } from "./declare/declare.ts"
import { disclosure } from "./disclosure.ts"
import { dpia } from "./dpia.ts"
import { Unusable } from "./exit-code.ts"
import { explore } from "./explore.ts"
import { extract } from "./extract.ts"
import { forms } from "./forms.ts"
import { freeText } from "./free-text.ts"
import { geography } from "./geography.ts"
import { ledger } from "./ledger.ts"
import { open } from "./open.ts"
import { publication } from "./publication.ts"
import { release } from "./release.ts"
import { report } from "./report.ts"
import { restore } from "./restore.ts"
import { retention } from "./retention.ts"
import { rule } from "./rule.ts"
import { rules } from "./rules.ts"
import { sample } from "./sample.ts"
import { scan } from "./scan.ts"
import { status } from "./status.ts"
import { table } from "./table.ts"
import { team } from "./team.ts"
import { transfer } from "./transfer.ts"
import { voice } from "./voice/voice.ts"
import { weights } from "./weights.ts"
import { workingCopy } from "./working-copy.ts"

const groups = [
  {
    group: "RUN",
    commands: [
      status,
      counts,
      open,
      transfer,
      backup,
      restore,
      geography,
      scan,
      freeText,
      retention,
      extract,
      complaints,
      close,
    ],
  },
  { group: "DECIDE", commands: [team, declare] },
  { group: "ANALYSE", commands: [codebook, weights, explore, workingCopy] },
  { group: "PUBLISH", commands: [table, publication, release, disclosure] },
  { group: "SHOW THE RULES", commands: [report, ledger, rules, dpia, forms, voice] },
  { group: "DEVELOP", commands: [sample, rule] },
] as const

const named = Command.make("ask").pipe(
  Command.withDescription("Run the survey, publish its tables and show its rules: npm run --silent ask -- COMMAND"),
  Command.withExamples([
    { command: "npm run --silent ask -- status", description: "Show how many answers there are, in bands" },
    { command: "npm run --silent ask -- release --help", description: "Explain one command" },
    {
      command: "npm run --silent ask -- --completions bash",
      description: "Print completions for a shell alias named ask",
    },
  ]),
)

/** Walks to a command by its words, so that `ask help` refuses a command that does not exist. */
const isCommand = (from: Command.Command.Any, [word, ...rest]: readonly string[]): boolean => {
  if (word === undefined) return true
  const next = from.subcommands.flatMap(({ commands }) => commands).find(({ name }) => name === word)
  return next !== undefined && isCommand(next, rest)
}

const withoutHelp = named.pipe(Command.withSubcommands(groups))

const help = Command.make(
  "help",
  { command: Argument.String("COMMAND").pipe(Argument.withDescription("Words of a command"), Argument.variadic()) },
  Effect.fn("ask.help")(function* ({ command }) {
    if (!isCommand(withoutHelp, command))
      return yield* new Unusable({
        message: "There is no such command. Nothing was done. See: ask --help",
      })
    yield* Command.runWith(withoutHelp, { version: "" })([...command, "--help"])
  }),
).pipe(Command.withDescription("Explain a command, as --help does"))

export const ask = named.pipe(Command.withSubcommands([...groups, { group: "EXPLAIN", commands: [help] }]))
