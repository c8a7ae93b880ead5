/** Keeps the settings and the reasons of a mutation run up to date with the code and the tests that they name. */
import { existsSync, globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { excuses } from "./excuses.ts"
import mutantTests from "./vitest.config.ts"

const root = join(import.meta.dirname, "..", "..")

const unmatched = (patterns: readonly string[]): readonly string[] =>
  patterns.filter((pattern) => globSync(pattern, { cwd: root }).length === 0)

test("every reason names a file that exists and code that it contains", () => {
  const faults = excuses.flatMap(({ file, was = "" }) => {
    if (!existsSync(join(root, file))) return [`${file} does not exist`]
    // Stryker reports code on one line.
    const text = readFileSync(join(root, file), "utf8").replaceAll(/\s+/g, " ")
    return text.includes(was) ? [] : [`${file} does not contain ${was}`]
  })
  expect(faults).toEqual([])
})

test("every pattern of code to change or to leave alone matches a file", async () => {
  const { default: settings } = await import("./stryker.config.mjs")
  const patterns = settings.mutate.map((pattern: string) => pattern.replace(/^!/, ""))
  expect(patterns.length).toBeGreaterThan(4)
  expect(unmatched(patterns)).toEqual([])
})

test("every pattern of tests that must notice a mutant matches a file", () => {
  const { include = [], exclude = [] } = mutantTests.test ?? {}
  expect(unmatched([...include, ...exclude])).toEqual([])
})
