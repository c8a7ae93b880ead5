/** Writes the report for the Data Protection Officer as a page and as JSON, and prints where the page is. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Console, Effect, Option, Schema } from "effect"
import { Command, Flag } from "effect/cli"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import { reportHtml } from "../../policy/report/html.ts"
import type { Report } from "../../policy/report/report.ts"
import { Settings } from "../deployment/settings.ts"
import { resultsFolder } from "../deployment/storage.ts"
import { thisBuild } from "../launcher/this-build.mjs"
import { buildReport } from "./build-report.ts"
import { inspectionProgress } from "./inspection-progress.ts"
import { knownKeysHere } from "./known-keys-here.ts"
import { recordReport } from "./record-report.ts"
import { keptRuns, resultsIn } from "./run-results.ts"
import { typedPath } from "./typed-path.ts"
import { textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const defaultFolder = join(resultsFolder, "report")

export const countsLine = ({ summary }: Report): string => {
  const { upheld, broken, notChecked, needsDecision } = summary
  return `${upheld} upheld, ${broken} broken, ${notChecked} not checked; ${needsDecision} needing a decision`
}

class NotWritten extends Schema.TaggedError<NotWritten>()("NotWritten", { folder: Schema.String }) {
  override get message() {
    return `${this.folder} cannot be written to. No report was written. Name another folder with --out.`
  }
}

const write = (report: Report, folder: string) => {
  mkdirSync(folder, { recursive: true })
  const page = join(folder, "report.html")
  const twin = `${canonicalJson(report)}\n`
  writeFileSync(page, reportHtml(report))
  writeFileSync(join(folder, "report.json"), twin)
  return { page, twin }
}

export const report = Command.make(
  "report",
  { out: textFlag("out", "FOLDER", "The folder for report.html and report.json").pipe(Flag.optional) },
  Effect.fn("ask.report")(function* ({ out }) {
    const settings = yield* Settings
    const folder = Option.isSome(out) ? yield* typedPath(out.value) : defaultFolder
    const build = thisBuild()
    const results = resultsIn(resultsFolder, build, yield* knownKeysHere(settings), keptRuns)
    const report = yield* buildReport({ settings, build, results, folder, progress: inspectionProgress() })
    const { page, twin } = yield* Effect.try({
      try: () => write(report, folder),
      catch: () => new NotWritten({ folder }),
    })
    yield* Console.log(`${page}: ${countsLine(report)}`)
    const end = yield* recordReport(settings.storage, folder, twin)
    if (end !== undefined) yield* Console.log(`Recorded in the ledger: ${end.length} entries, head ${end.head}.`)
  }),
).pipe(withSettings, Command.withDescription("Write the report for the Data Protection Officer, as a page and as JSON"))
