/** Reads the results of test runs and counts the fixtures of each rule; an unreadable result counts as absent. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { MutationResults, type Results, readResult, SabotageResults, TestResults } from "../../policy/report/results.ts"
import { type RuleId, ruleIds } from "../../policy/rule-id.ts"
import { projectRoot } from "../deployment/storage.ts"

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "")

/** Sabotage and mutation take long: without a run here, their last kept runs count, with the commit of each. */
export const keptRuns = join(projectRoot, "tests")

/** The tests of a rule come from the first of these runs on this very code, or else from the first that exists. */
const runs = ["test-full.json", "test.json", "policy.json"] as const

export const resultsIn = (folder: string, commit: string, kept?: string): Results => {
  const last = (kind: string) =>
    textOf(join(folder, `${kind}.json`)) || (kept === undefined ? "" : textOf(join(kept, kind, "last-run.json")))
  const read = (file: string) => readResult(TestResults)(textOf(join(folder, file)))
  const found = runs.flatMap((file) => read(file) ?? [])
  return {
    tests: found.find((each) => each.commit === commit && each.clean) ?? found[0],
    sabotage: readResult(SabotageResults)(last("sabotage")),
    mutation: readResult(MutationResults)(last("mutation")),
  }
}

/** Counts the definitions that must not compile, by the rule in the name of each. */
export const fixturesIn = (root: string): Partial<Record<RuleId, number>> => {
  const folder = join(root, "tests", "refused")
  const names = existsSync(folder) ? readdirSync(folder).map((file) => file.split(".").slice(0, -2)) : []
  return Object.fromEntries(
    ruleIds
      .map((id) => [id, names.filter((parts) => parts.includes(id)).length] as const)
      .filter(([, held]) => held > 0),
  )
}
