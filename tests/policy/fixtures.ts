/** The definitions under `tests/refused/` that must not compile; a file's name begins with the rules it breaks. */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { type RuleId, ruleIds } from "../../policy/rule-id.ts"

export const refusedFolder = join(import.meta.dirname, "..", "refused")

const apart = ["control.ts", "lawful-base.ts"]

export interface Fixture {
  readonly file: string
  readonly breaks: readonly RuleId[]
}

const fixture = (file: string): Fixture => {
  const names = file.slice(0, file.indexOf(".")).split("+")
  const breaks = ruleIds.filter((id) => names.includes(id))
  if (breaks.length !== names.length) throw new Error(`${file} does not begin with the id of a rule`)
  return { file, breaks }
}

export const fixtures: readonly Fixture[] = readdirSync(refusedFolder)
  .filter((file) => file.endsWith(".ts") && !apart.includes(file))
  .map(fixture)

/** What is broken in each of a rule's fixtures, as its file name says it. */
export const breachesOf = (rule: RuleId): readonly string[] =>
  fixtures.filter(({ breaks }) => breaks.includes(rule)).map(({ file }) => file.split(".")[1] ?? "")
