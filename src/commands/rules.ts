/** `ask -- rules`: one line a rule: its id, what it states, its layers, the refusals seen, and how it stands. */
import { readFileSync } from "node:fs"
import { Effect } from "effect"
import { type Build, short, whyNot } from "../../policy/report/build.ts"
import { datesInWords } from "../../policy/report/dates.ts"
import type { RuleReport } from "../../policy/report/report.ts"
import { type Results, readResult, TestResults } from "../../policy/report/results.ts"
import { sabotageCounts } from "../../policy/report/sabotage-counts.ts"
import { ruleIds } from "../../policy/rule-id.ts"
import { appConfig } from "../launcher/config.ts"
import type { Place } from "../launcher/place.ts"
import { thisBuild } from "../launcher/this-build.mjs"
import { exitCode } from "./exit-code.ts"
import { countsLine } from "./report.ts"
import { reportHere, resultsFolder } from "./report-here.ts"
import { keptRuns, resultsIn } from "./results-here.ts"

const refusals = ({ counterexamples, compileTime }: RuleReport): string => {
  const runTime = counterexamples === undefined ? "–" : `${counterexamples.refused} of ${counterexamples.of}`
  const seen = compileTime?.seen.checked ? compileTime.seen.refused : "?"
  return `refused ${runTime} at run time, ${compileTime === undefined ? "–" : `${seen} of ${compileTime.of}`} by the compiler`
}

const line = (rule: RuleReport): string =>
  [rule.id, rule.statement, rule.enforcedBy.join(" "), refusals(rule), rule.status].join(" · ")

const when = (at: string | undefined): string => (at ? `, ${datesInWords(at)}` : "")

const ofBuild = (now: Build, found: Partial<Build> & { readonly commit: string }): string =>
  `commit ${short(found.commit)}${whyNot("it has", now, found) === undefined ? "" : ", not this very build"}`

const sabotageLine = (now: Build, { sabotage }: Results): string => {
  if (sabotage === undefined) return "Sabotage has not been run here (npm run sabotage)."
  const { caught, uncaught, notBuilt } = sabotageCounts(sabotage.sabotages)
  return `Sabotage: ${caught} caught, ${uncaught.length} not caught, ${notBuilt} not built yet (${ofBuild(now, sabotage)}${when(sabotage.at)}).`
}

const mutationLine = (now: Build, { mutation }: Results): string =>
  mutation === undefined
    ? "Mutation has not been run here (npm run mutate)."
    : `Mutation: ${mutation.score} in 100, ${mutation.killed} of ${mutation.total} noticed (${ofBuild(now, mutation)}${when(mutation.at)}).`

/** A run that has just ended speaks for the tree as it lies, even with changes that no commit holds. */
const justRun = (file: string, now: Build): readonly [Build, Results] => {
  const found = resultsIn(resultsFolder, now.commit, keptRuns)
  const tests = readResult(TestResults)(readFileSync(file, "utf8"))
  return [
    { ...now, clean: true },
    { ...found, tests: tests && { ...tests, clean: true } },
  ]
}

/** `file` is what the run wrote that has just ended; without it, what runs wrote before is looked at. */
export const rules = (place: Place, file?: string): Promise<number> => {
  const build = thisBuild()
  const [now, results] =
    file === undefined ? [build, resultsIn(resultsFolder, build.commit, keptRuns)] : justRun(file, build)
  return exitCode(
    reportHere({ place, stated: appConfig, now, results }).pipe(
      Effect.map((report) => {
        console.log(`${sabotageLine(build, results)}\n${mutationLine(build, results)}`)
        if (!build.clean) console.log("The tree has changes that no commit holds: the report will say not checked.")
        const inOrder = ruleIds.flatMap((id) => report.rules.filter((rule) => rule.id === id))
        console.log(`\n${inOrder.map(line).join("\n")}\n\n${countsLine(report)}`)
        return 0
      }),
    ),
  )
}
