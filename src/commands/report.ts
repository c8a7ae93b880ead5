/** `npm run report`: writes the report for the Data Protection Officer as a page and as JSON, and says where they are. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { Effect } from "effect"
import { canonicalJson } from "../../policy/evidence/canonical-json.ts"
import { reportHtml } from "../../policy/report/html.ts"
import type { Report } from "../../policy/report/report.ts"
import { appConfig } from "../launcher/config.ts"
import type { Place } from "../launcher/place.ts"
import { thisBuild } from "../launcher/this-build.mjs"
import { askedPath } from "./asked-path.ts"
import { exitCode } from "./exit-code.ts"
import { reportHere, resultsFolder } from "./report-here.ts"
import { keptRuns, resultsIn } from "./results-here.ts"

const defaultFolder = join(resultsFolder, "report")

const folderFrom = (args: readonly string[]): string | undefined => {
  try {
    const { values } = parseArgs({ args: [...args], options: { out: { type: "string" } }, allowPositionals: false })
    return values.out === undefined ? defaultFolder : askedPath(values.out)
  } catch {
    return undefined
  }
}

export const countsLine = ({ summary }: Report): string => {
  const { upheld, broken, notChecked, needsDecision, waived } = summary
  const counts = `${upheld} upheld, ${broken} broken, ${notChecked} not checked, ${needsDecision} needing a decision`
  return waived > 0 ? `${counts}, ${waived} waived` : counts
}

const write = (report: Report, folder: string): string => {
  mkdirSync(folder, { recursive: true })
  const page = join(folder, "report.html")
  writeFileSync(page, reportHtml(report))
  writeFileSync(join(folder, "report.json"), `${canonicalJson(report)}\n`)
  return page
}

/** 0 when it was written, however the rules stand; 1 when it could not be; 2 when the command was not understood. */
export const report = (place: Place, args: readonly string[]): Promise<number> => {
  const folder = folderFrom(args)
  if (folder === undefined) {
    console.error("report takes --out and a folder, or nothing.")
    return Promise.resolve(2)
  }
  const now = thisBuild()
  return exitCode(
    Effect.gen(function* () {
      const made = yield* reportHere({
        place,
        stated: appConfig,
        now,
        results: resultsIn(resultsFolder, now.commit, keptRuns),
      })
      const page = yield* Effect.try({
        try: () => write(made, folder),
        catch: () => ({ message: `${folder} cannot be written to.` }),
      })
      console.log(`${page}: ${countsLine(made)}`)
      return 0
    }),
  )
}
