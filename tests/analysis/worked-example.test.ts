/** Runs the worked example of docs/analyse.md as it is written: the explorer, R and Python find the same percentage. */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { dayOf } from "../../db/keys/civil-day.ts"
import type { StorageSettings } from "../../src/deployment/storage.ts"
import { placedRows, placedStore, populationByDecile, populationByRegion } from "../support/analysis/placed-answers.ts"
import { hasR } from "../support/analysis/r.ts"
import { hasPython, python } from "../support/analysis/read-back.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"

const [, example = ""] = readFileSync("docs/analyse.md", "utf8").split("## A worked example")
const blockOf = (language: string): string => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(example)?.[1] ?? ""

const folder = mkdtempSync(join(tmpdir(), "example-"))
afterAll(() => rmSync(folder, { recursive: true }))
const filled = placedStore(placedRows(800, 11))

/** The words of a line as a shell hands them on, with the files of the example in its folder. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)]
    .map(([, quoted, plain]) => quoted ?? plain ?? "")
    .slice(1)
    .map((word) => (/^(?:region|deprivation)\.csv$|^copy-/.test(word) ? join(folder, word) : word))
    .map((word) => (word === "DAY" ? dayOf(Date.now() + 86_400_000) : word))

interface Figure {
  readonly share: string
  readonly low: number
  readonly high: number
}

const figureIn = (text: string): Figure => {
  const [, share = "", low, high] = /(\d+\.\d) % \((\d+\.\d) to (\d+\.\d)\)/.exec(text) ?? []
  return { share, low: Number(low), high: Number(high) }
}

let explored: Figure

beforeAll(async () => {
  const storage: StorageSettings = await filled
  writeFileSync(join(folder, "region.csv"), populationByRegion())
  writeFileSync(join(folder, "deprivation.csv"), populationByDecile())
  const lines = blockOf("sh").trim().split("\n")
  expect(lines).toHaveLength(5)
  for (const line of lines) {
    const { code, said } = await heard(() => ask(storage, ...wordsOf(line)))
    expect(code, said.join("\n")).toBe(0)
    const happy = said
      .join("\n")
      .split("\n")
      .find((each) => each.startsWith("Happy "))
    if (happy !== undefined) explored = figureIn(happy)
  }
})

const isSame = (text: string): void => {
  const { share, low, high } = figureIn(text)
  expect(share).toBe(explored.share)
  expect(Number(share)).toBeGreaterThan(1)
  const wide = explored.high - explored.low
  expect(Math.abs(low - explored.low)).toBeLessThan(0.15 * wide)
  expect(Math.abs(high - explored.high)).toBeLessThan(0.15 * wide)
}

const printed = (command: string, args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8" })
  expect(status, stderr).toBe(0)
  return stdout
}

test.runIf(hasR("haven") && hasR("survey"))("R", () => {
  isSame(printed("Rscript", ["-e", blockOf("r")]))
})

test.runIf(hasPython("csv"))("Python", () => {
  isSame(printed(python, ["-c", blockOf("python")]))
})
