/** Writes the report for the board and the Data Protection Officer in all its forms, and prints where the page is. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Console, Effect, Option, Schema } from "effect"
import { Command, Flag } from "effect/cli"
import type { Report } from "../../policy/report/report.ts"
import { type DeploymentSettings, Settings } from "../deployment/settings.ts"
import { resultsFolder } from "../deployment/storage.ts"
import { thisBuild } from "../launcher/this-build.mjs"
import { type AsOf, asOf, onDay } from "./as-of.ts"
import { buildReport } from "./build-report.ts"
import { Unusable } from "./exit-code.ts"
import { inspectionProgress } from "./inspection-progress.ts"
import { knownKeysHere } from "./known-keys-here.ts"
import { recordReport } from "./record-report.ts"
import { diff } from "./report-diff.ts"
import { pageName, paperName, type ReportFile, reportFiles, twinName } from "./report-files.ts"
import { reportFolder } from "./report-folder.ts"
import { printReport } from "./report-pdf.ts"
import { sign } from "./report-sign.ts"
import { verify } from "./report-verify.ts"
import { keptRuns, resultsIn } from "./run-results.ts"
import { newKey } from "./signing-key.ts"
import { dayFlag, switchFlag, textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

export const countsLine = ({ summary }: Report): string => {
  const { upheld, broken, notChecked, needsDecision } = summary
  return `${upheld} upheld, ${broken} broken, ${notChecked} not checked; ${needsDecision} needing a decision`
}

class NotWritten extends Schema.TaggedError<NotWritten>()("NotWritten", { folder: Schema.String }) {
  override get message() {
    return `${this.folder} cannot be written to. No report was written. Name another folder with --out.`
  }
}

const write = (files: readonly ReportFile[], folder: string) =>
  Effect.try({
    try: () => {
      mkdirSync(folder, { recursive: true })
      for (const { name, text } of files) writeFileSync(join(folder, name), text)
    },
    catch: () => new NotWritten({ folder }),
  })

interface Making {
  readonly settings: DeploymentSettings
  readonly folder: string
  readonly withPeople: boolean
  readonly back?: AsOf
}

const made = Effect.fn("ask.report.made")(function* ({ settings, folder, withPeople, back }: Making) {
  const build = thisBuild()
  const results = resultsIn(resultsFolder, build, yield* knownKeysHere(settings), keptRuns)
  const report = yield* buildReport({
    settings,
    build,
    results,
    folder,
    withPeople,
    progress: inspectionProgress(),
    ...(back && { back }),
  })
  const files = reportFiles(report)
  yield* write(files, folder)
  yield* Console.log(`${join(folder, pageName)}: ${countsLine(report)}`)
  return { report, twin: files.find(({ name }) => name === twinName)?.text ?? "" }
})

export const report = Command.make(
  "report",
  {
    out: textFlag("out", "FOLDER", "The folder for the report in all its forms").pipe(Flag.optional),
    head: textFlag("as-of", "HEAD", "Make it again as of this head of the ledger, and record nothing").pipe(
      Flag.optional,
    ),
    on: dayFlag("on", "The day of the report that is made again").pipe(Flag.optional),
    people: switchFlag("people", "Give the ids of people next to their roles, for a DPO who asks"),
  },
  Effect.fn("ask.report")(function* ({ out, head, on, people: withPeople }) {
    const settings = yield* Settings
    const folder = yield* reportFolder(out)
    const printed = printReport(join(folder, pageName), join(folder, paperName), process.env)
    if (Option.isSome(head) !== Option.isSome(on))
      return yield* new Unusable({ message: "A head needs its day. No report was made. Give --as-of and --on." })
    if (Option.isSome(head) && Option.isSome(on)) {
      const back = yield* asOf(settings.storage, head.value, on.value)
      yield* made({ settings, folder, withPeople, back }).pipe(onDay(on.value))
      return yield* Console.log(yield* printed)
    }
    const { report, twin } = yield* made({ settings, folder, withPeople })
    yield* Console.log(yield* printed)
    const end = yield* recordReport(settings.storage, folder, twin)
    if (end === undefined) return
    yield* Console.log(`Recorded in the ledger: ${end.length} entries, head ${end.head}.`)
    if (report.ledger.read)
      yield* Console.log(`To make it again: ask -- report --as-of ${report.ledger.head} --on ${report.madeOn}`)
  }),
).pipe(
  withSettings,
  Command.withDescription("Write the report for the board and the Data Protection Officer"),
  Command.withSubcommands([sign, verify, diff, newKey]),
)
