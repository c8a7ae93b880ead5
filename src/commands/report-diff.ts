/** Prints what changed between an older report and the last one in the folder, what got worse first. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Console, Effect } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { changesBetween, type EarlierReport, readEarlier } from "../../policy/report/changes.ts"
import { capital } from "../../policy/report/said.ts"
import { Unusable } from "./exit-code.ts"
import { twinName } from "./report-files.ts"
import { reportFolder } from "./report-folder.ts"
import { typedPath } from "./typed-path.ts"
import { textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const reportAt = (file: string): Effect.Effect<EarlierReport, Unusable> =>
  Effect.suspend(() => {
    const missing = new Unusable({ message: `${file} holds no report. Nothing was compared. Name a report.json.` })
    try {
      const found = readEarlier(readFileSync(file, "utf8"))
      return found === undefined ? Effect.fail(missing) : Effect.succeed(found)
    } catch {
      return Effect.fail(missing)
    }
  })

export const diff = Command.make(
  "diff",
  {
    old: Argument.String("OLD").pipe(Argument.withDescription("The report.json of an older report")),
    out: textFlag("out", "FOLDER", "The folder of the last report").pipe(Flag.optional),
  },
  Effect.fn("ask.report.diff")(function* ({ old, out }) {
    const then = yield* reportAt(yield* typedPath(old))
    const now = yield* reportAt(join(yield* reportFolder(out), twinName))
    yield* Console.log(`Since the report of ${then.madeOn}:`)
    for (const { direction, what } of changesBetween(then, now)) yield* Console.log(`${capital(direction)}: ${what}`)
  }),
).pipe(withSettings, Command.withDescription("Print what changed between an older report and the last one"))
