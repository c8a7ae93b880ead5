/** The definitions under `tests/refused/` that must not compile; a file is named `<rule>[.<rule>].<breach>.ts`. */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { type RuleId, ruleIds } from "../../../policy/rule-id.ts"

export const refusedFolder = join(import.meta.dirname, "..", "..", "refused")

const apart = ["control.ts", "lawful-base.ts"]

export interface Fixture {
  readonly file: string
  readonly breaks: readonly RuleId[]
  readonly breach: string
}

const fixture = (file: string): Fixture => {
  const [breach = "", ...names] = file.split(".").slice(0, -1).reverse()
  const breaks = ruleIds.filter((id) => names.includes(id))
  if (names.length === 0 || breaks.length !== names.length) throw new Error(`${file} is not named after rules`)
  return { file, breaks, breach }
}

export const fixtures: readonly Fixture[] = readdirSync(refusedFolder)
  .filter((file) => file.endsWith(".ts") && !apart.includes(file))
  .map(fixture)

/** The breach in each of a rule's fixtures, as its file name gives it. */
export const breachesOf = (rule: RuleId): readonly string[] =>
  fixtures.filter(({ breaks }) => breaks.includes(rule)).map(({ breach }) => breach)
