/** Shows what an attacker learns from tables made anywhere: an interval for each withheld cell, and a verdict. */
import { Console, Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { audit as auditTables } from "../../policy/disclosure/audit/audit.ts"
import type { AuditRefused } from "../../policy/disclosure/audit/refused.ts"
import type { Leak } from "../../policy/disclosure/audit/verdict.ts"
import { Unusable } from "./exit-code.ts"
import { readTables } from "./read-tables.ts"
import { typedPath } from "./typed-path.ts"
import { wholeNumberFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const sentences: Readonly<Record<Leak["kind"], string>> = {
  known: "withheld, yet known exactly",
  below: "withheld, yet known to be under the threshold",
}

const mostNamed = 5

const listed = (cells: readonly string[]): string =>
  cells.slice(0, mostNamed).join(", ") + (cells.length > mostNamed ? ` and ${cells.length - mostNamed} more` : "")

const verdictLines = (leaks: readonly Leak[], shown: readonly string[]): readonly string[] => [
  ...[...Map.groupBy(leaks, ({ kind }) => kind)].map(
    ([kind, leaking]) => `Unsafe: ${listed(leaking.map(({ cell }) => cell))}: ${sentences[kind]}.`,
  ),
  ...(shown.length > 0
    ? [
        `Not withheld, though under the threshold: ${listed(shown)}. The verdict covers only withheld cells: withhold these too, and audit again.`,
      ]
    : []),
]

/** Tables that cannot be audited are the fault of the command line; a solver without an answer is not. */
const unusable = (error: AuditRefused): AuditRefused | Unusable =>
  error.kind === "solver-stopped" || error.kind === "unproved" ? error : new Unusable({ message: error.message })

export const audit = Command.make(
  "audit",
  {
    path: Argument.String("PATH").pipe(Argument.withDescription("A JSON file, or a folder of CSV files")),
    threshold: wholeNumberFlag("threshold", "Of a folder: counts under it are small").pipe(Flag.optional),
    lowerBound: wholeNumberFlag("lower-bound", "Of a folder: the least count that the attacker expects").pipe(
      Flag.optional,
    ),
    seconds: wholeNumberFlag("seconds", "Stop sooner than after 600 seconds").pipe(Flag.optional),
  },
  Effect.fn("ask.disclosure.audit")(
    function* ({ path, threshold, lowerBound, seconds }) {
      if (Option.contains(threshold, 0))
        return yield* new Unusable({ message: "--threshold takes 1 or more. Nothing was done." })
      const assumed = {
        threshold: Option.getOrUndefined(threshold),
        lowerBound: Option.getOrUndefined(lowerBound),
      }
      const tables = yield* readTables(yield* typedPath(path), assumed)
      const { verdict, cells, leaks, shown } = yield* auditTables(
        tables,
        Option.isNone(seconds) ? {} : { seconds: seconds.value },
      )
      yield* Console.log(JSON.stringify({ verdict, cells }, null, 2))
      for (const line of verdictLines(leaks, shown)) yield* Console.error(line)
    },
    Effect.catchTag("AuditRefused", (error) => Effect.fail(unusable(error))),
  ),
).pipe(
  withSettings,
  Command.withDescription("Show what an attacker learns from tables made anywhere, cell by cell, with a verdict"),
  Command.withExamples([
    { command: "ask disclosure audit tables.json" },
    { command: "ask disclosure audit FOLDER --threshold 10 --lower-bound 0" },
  ]),
)
