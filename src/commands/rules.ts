/** Prints one line per rule: its id, statement, layers, refusals seen, whether it is kept, and whether it needs a decision. */
import { Console, Effect, Option } from "effect"
import { Argument, Command } from "effect/cli"
import { type Build, type Ran, type Read, short, whyNot } from "../../policy/report/build.ts"
import { datesInWords } from "../../policy/report/dates.ts"
import type { KnownKeys } from "../../policy/report/known-keys.ts"
import { codeIn, manifestDigest } from "../../policy/report/manifest.ts"
import type { RuleReport } from "../../policy/report/report.ts"
import type { Results } from "../../policy/report/results.ts"
import { sabotageCounts } from "../../policy/report/sabotage-counts.ts"
import { ruleIds } from "../../policy/rule-id.ts"
import { Settings } from "../deployment/settings.ts"
import { resultsFolder } from "../deployment/storage.ts"
import { thisBuild } from "../launcher/this-build.mjs"
import { buildReport } from "./build-report.ts"
import { Unusable } from "./exit-code.ts"
import { knownKeysHere } from "./known-keys-here.ts"
import { countsLine } from "./report.ts"
import { keptRuns, resultsIn, testResultsIn } from "./run-results.ts"
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

const ofBuild = (now: Build, found: Read<Ran>): string => {
  const isOfThis = whyNot("it has", codeIn(now.files), found) === undefined
  return `files ${short(manifestDigest(found.files))}${isOfThis ? "" : ", not this very build"}`
}

const sabotageLine = (now: Build, { sabotage }: Results): string => {
  if (sabotage === undefined) return "Sabotage has not been run here (npm run sabotage)."
  const { caught, uncaught, notBuilt } = sabotageCounts(sabotage.sabotages)
  return `Sabotage: ${caught} caught, ${uncaught.length} not caught, ${notBuilt} not built yet (${ofBuild(now, sabotage)}${when(sabotage.at)}).`
}

const mutationLine = (now: Build, { mutation }: Results): string =>
  mutation === undefined
    ? "Mutation has not been run here (npm run mutate)."
    : `Mutation: ${mutation.score} in 100, ${mutation.killed} of ${mutation.total} noticed (${ofBuild(now, mutation)}${when(mutation.at)}).`

const runJustEnded = Effect.fn("Rules.readRun")(function* (file: string, known: KnownKeys) {
  const tests = testResultsIn(file, known)
  return (
    tests ??
    (yield* new Unusable({
      message: `${file} is no file of results. Nothing was printed. Name the file that a run wrote.`,
    }))
  )
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
    const known = yield* knownKeysHere(settings)
    const earlier = resultsIn(resultsFolder, build, known, keptRuns)
    const results = Option.isNone(file)
      ? earlier
      : { ...earlier, tests: yield* runJustEnded(yield* typedPath(file.value), known) }
    const report = yield* buildReport({ settings, build, results })
    yield* Console.log(`${sabotageLine(build, results)}\n${mutationLine(build, results)}`)
    const inOrder = ruleIds.flatMap((id) => report.rules.filter((rule) => rule.id === id))
    yield* Console.log(`\n${inOrder.map(line).join("\n")}\n\n${countsLine(report)}`)
  }),
).pipe(
  withSettings,
  Command.withDescription("Print one line per rule: its layers, the refusals seen, whether it is kept"),
)
