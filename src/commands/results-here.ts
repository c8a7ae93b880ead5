/** What the runs wrote down here, and what lies here to be refused by the compiler; what is absent or unreadable is absent. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { MutationResults, type Results, readResult, SabotageResults, TestResults } from "../../policy/report/results.ts"
import { type RuleId, ruleIds } from "../../policy/rule-id.ts"
import { projectRoot } from "../launcher/place.ts"

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "")

/** Sabotage and mutation take long: where they were not run, their last kept runs speak, with the commit they were of. */
export const keptRuns = join(projectRoot, "tests")

/** The tests of a rule come from the first of these runs that was of this very code, or else from the first there is. */
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

/** Definitions that must not compile, by the rules that their names begin with. */
export const fixturesIn = (root: string): Partial<Record<RuleId, number>> => {
  const folder = join(root, "tests", "refused")
  const names = existsSync(folder) ? readdirSync(folder).map((file) => file.split(".").slice(0, -2)) : []
  return Object.fromEntries(
    ruleIds
      .map((id) => [id, names.filter((parts) => parts.includes(id)).length] as const)
      .filter(([, held]) => held > 0),
  )
}
