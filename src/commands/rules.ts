/** Prints one line per rule: its id, statement, layers, refusals seen, whether it is kept, and whether it needs a decision. */
import { readFileSync } from "node:fs"
import { Console, Effect, Option } from "effect"
import { Argument, Command } from "effect/cli"
import { type Build, short, whyNot } from "../../policy/report/build.ts"
import { datesInWords } from "../../policy/report/dates.ts"
import type { RuleReport } from "../../policy/report/report.ts"
import { type Results, readResult, TestResults } from "../../policy/report/results.ts"
import { sabotageCounts } from "../../policy/report/sabotage-counts.ts"
import { ruleIds } from "../../policy/rule-id.ts"
import { Settings } from "../deployment/settings.ts"
import { thisBuild } from "../launcher/this-build.mjs"
import { buildReport, resultsFolder } from "./build-report.ts"
import { Unusable } from "./exit-code.ts"
import { countsLine } from "./report.ts"
import { keptRuns, resultsIn } from "./run-results.ts"
import { typedPath } from "./typed-path.ts"
import { withSettings } from "./with-settings.ts"

const refusals = ({ counterexamples, compileTime }: RuleReport): string => {
  const runTime = counterexamples === undefined ? "–" : `${counterexamples.refused} of ${counterexamples.of}`
  const seen = compileTime?.seen.checked ? compileTime.seen.refused : "?"
  return `refused ${runTime} at run time, ${compileTime === undefined ? "–" : `${seen} of ${compileTime.of}`} by the compiler`
}

const line = (rule: RuleReport): string =>
  [
    rule.id,
    rule.statement,
    rule.enforcedBy.join(" "),
    refusals(rule),
    rule.kept,
    rule.needs === null ? "no decision" : "needs a decision",
  ].join(" · ")

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

/** A run that has just ended counts for the tree as it is, even with changes that are in no commit. */
const runJustEnded = Effect.fn("Rules.readRun")(function* (file: string, build: Build) {
  const text = yield* Effect.try({
    try: () => readFileSync(file, "utf8"),
    catch: () =>
      new Unusable({ message: `${file} cannot be read. Nothing was printed. Name the file that a run wrote.` }),
  })
  const results = resultsIn(resultsFolder, build.commit, keptRuns)
  const tests = readResult(TestResults)(text)
  const reported: readonly [Build, Results] = [
    { ...build, clean: true },
    { ...results, tests: tests && { ...tests, clean: true } },
  ]
  return reported
})

export const rules = Command.make(
  "rules",
  {
    file: Argument.String("FILE").pipe(
      Argument.withDescription("The results of a run that has just ended; without it, the results of earlier runs"),
      Argument.optional,
    ),
  },
  Effect.fn("ask.rules")(function* ({ file }) {
    const settings = yield* Settings
    const build = thisBuild()
    const [reported, results] = Option.isNone(file)
      ? [build, resultsIn(resultsFolder, build.commit, keptRuns)]
      : yield* runJustEnded(yield* typedPath(file.value), build)
    const report = yield* buildReport({ settings, build: reported, results })
    yield* Console.log(`${sabotageLine(build, results)}\n${mutationLine(build, results)}`)
    if (!build.clean) yield* Console.log("The tree has changes that are in no commit: the report will say not checked.")
    const inOrder = ruleIds.flatMap((id) => report.rules.filter((rule) => rule.id === id))
    yield* Console.log(`\n${inOrder.map(line).join("\n")}\n\n${countsLine(report)}`)
  }),
).pipe(
  withSettings,
  Command.withDescription("Print one line per rule: its layers, the refusals seen, whether it is kept"),
)
