/** Reads from `rules.md` the sabotages that each rule must survive; `undefined` where that file is missing. */
import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { type RuleId, ruleIds } from "../../policy/rule-id.ts"

const file = fileURLToPath(new URL("../../../shared/dpia/rules.md", import.meta.url))

export interface Phrase {
  readonly rule: RuleId
  readonly sabotage: string
}

const row = /^\| *\d+ *\| *`([a-z0-9-]+)` *\|[^|]*\|([^|]*)\|/

export const phrasesIn = (text: string): readonly Phrase[] =>
  text.split("\n").flatMap((line) => {
    const [, id, sabotages = ""] = row.exec(line) ?? []
    const rule = ruleIds.find((each) => each === id)
    return rule === undefined ? [] : sabotages.split(";").map((sabotage) => ({ rule, sabotage: sabotage.trim() }))
  })

export const phrases = (): readonly Phrase[] | undefined =>
  existsSync(file) ? phrasesIn(readFileSync(file, "utf8")) : undefined
