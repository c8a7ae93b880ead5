/** Writes the outcome of each sabotage as a table, and as signed JSON with the files it was run on. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Build } from "../../policy/report/build.ts"
import { codeIn, differencesIn } from "../../policy/report/manifest.ts"
import { signedResult } from "../../src/launcher/results-key.mjs"
import { root } from "../../src/launcher/set-up.mjs"
import { thisBuild } from "../../src/launcher/this-build.mjs"
import { nameOf } from "./sabotage.ts"

export interface Outcome {
  readonly rule: string
  readonly sabotage: string
  readonly way?: string | undefined
  readonly outcome: "caught" | "not caught" | "not built yet" | "not here"
  /** The layers that caught it. */
  readonly layers: readonly string[]
  /** The layers that were asked and did not catch it. */
  readonly missed: readonly string[]
  /** The first error or failing test. */
  readonly how?: string
  readonly waitsFor?: string
}

const verdictOf = ({ outcome, layers, missed, how = "", waitsFor }: Outcome): string => {
  switch (outcome) {
    case "caught":
      return [
        `${[...new Set(layers)].join(", ")}: ${how.replace(/^tests\/(policy\/)?/, "")}`,
        ...missed.map((each) => `but not ${each}`),
      ].join("; ")
    case "not caught":
      return `NOT CAUGHT (asked: ${missed.join(", ")})`
    case "not built yet":
      return `not built yet: ${waitsFor}`
    case "not here":
      return "the file it sabotages is missing here"
  }
}

export const table = (outcomes: readonly Outcome[]): string => {
  const rows = outcomes.map((each) => [each.rule, nameOf(each), verdictOf(each)] as const)
  const wide = (column: 0 | 1): number => Math.max(8, ...rows.map((row) => row[column].length))
  const [first, second] = [wide(0), wide(1)]
  return [["rule", "sabotage", "caught by"] as const, ...rows]
    .map(([rule, sabotage, verdict]) => `${rule.padEnd(first)}  ${sabotage.padEnd(second)}  ${verdict}`)
    .join("\n")
}

/** `before` is this build as it was before the first sabotage; `isCommitted` writes last-run.json too: a whole run takes too long for every machine. */
export const storeOutcomes = (
  outcomes: readonly Outcome[],
  seconds: number,
  before: Build,
  isCommitted = false,
): void => {
  const folder = join(root, ".results")
  mkdirSync(folder, { recursive: true })
  const { commit, files } = thisBuild()
  const unchanged = differencesIn(codeIn(files), codeIn(before.files)) === undefined
  const ran = { commit, files: codeIn(files), unchanged, at: new Date().toISOString() }
  const text = signedResult(folder, { ...ran, seconds, sabotages: outcomes })
  writeFileSync(join(folder, "sabotage.json"), text)
  if (isCommitted) writeFileSync(join(root, "tests", "sabotage", "last-run.json"), text)
}
