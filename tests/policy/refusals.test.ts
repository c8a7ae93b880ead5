/** Every rule is refused at least once in each layer that it claims, every tag is a rule's, and a rule without tests fails. */
import { readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { expect, test } from "vitest"
import { commitments } from "../../policy/dpia/commitments/commitments.ts"
import { findings } from "../../policy/dpia/findings/findings.ts"
import { rules } from "../../policy/index.ts"
import type { Layer } from "../../policy/layer.ts"
import type { Rule } from "../../policy/rule.ts"
import { ruleIds } from "../../policy/rule-id.ts"
import { isBuilt } from "../sabotage/sabotage.ts"
import { sabotages } from "../sabotage/sabotages.ts"
import { fixtures } from "../support/policy/fixtures.ts"

const tests = join(import.meta.dirname, "..")

type Claiming = Pick<Rule, "id" | "enforcedBy" | "examples">

const refuses = ({ id, examples }: Claiming, layer: Layer): boolean => {
  const caught = sabotages.filter(isBuilt).filter(({ rule }) => rule === id)
  switch (layer) {
    case "people":
      return true
    case "types":
      return fixtures.some(({ breaks }) => breaks.includes(id))
    case "schema":
      return Object.keys(examples?.refuses ?? {}).length > 0
    default:
      return caught.some(({ caughtBy }) => caughtBy.some((check) => check.layer === layer))
  }
}

const unrefused = (rule: Claiming): readonly string[] => rule.enforcedBy.filter((layer) => !refuses(rule, layer))

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file))

test.for(rules)("$id: a refusal in each layer that it claims", (rule: Claiming) => {
  expect(unrefused(rule)).toEqual([])
})

test("a layer in which nothing is refused is found out", () => {
  const [claimed] = rules.filter(({ id }) => id === "opt-out-on-every-question")
  if (claimed === undefined) throw new Error("the rule is gone")
  expect(unrefused({ ...claimed, enforcedBy: ["types", "database"] })).toEqual(["database"])
  expect(unrefused({ ...claimed, id: "collection-window", enforcedBy: ["schema"], examples: undefined })).toEqual([
    "schema",
  ])
})

/** The tests of a rule, by whatever names them; a filter that matches nothing exits 0, so that it must be counted here. */
const untested = (ids: readonly string[], texts: readonly string[]): readonly string[] =>
  ids.filter((id) => !texts.some((text) => new RegExp(`tags\\b[^\\n]*\\[[^\\]]*"${id}"`).test(text)))

test("every rule has a test with its tag, and one without is found out", () => {
  const texts = sources(tests).map((file) => readFileSync(file, "utf8"))
  expect(untested(ruleIds, texts)).toEqual([])
  expect(untested(["a-rule-without-tests"], texts)).toEqual(["a-rule-without-tests"])
})

test("every tag is the id of a rule", () => {
  const wrong = sources(tests).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\btags\b[^\n=:]*[=:]\s*\[([^\]]*)\]/g)]
      .flatMap(([, inside = ""]) => [...inside.matchAll(/"([^"]+)"/g)].map(([, tag = ""]) => tag))
      .filter((tag) => !ruleIds.some((id) => id === tag) && !/^(wcag|best-practice)/.test(tag))
      .map((tag) => `${relative(tests, file)}: ${tag}`),
  )
  expect(wrong).toEqual([])
})

test("every commitment points to a rule of the register, and every rule to a commitment", () => {
  const registered: readonly string[] = rules.map(({ id }) => id)
  expect(commitments.filter(({ rule }) => !registered.includes(rule)).map(({ id }) => id)).toEqual([])
  expect(registered.filter((id) => !commitments.some(({ rule }) => rule === id))).toEqual([])
})

test("no quote of the DPIA that is committed is longer than fifteen words", () => {
  const quotes = [
    ...commitments.map(({ quote }) => quote),
    ...findings.flatMap(({ quotes }) => quotes.map(({ words }) => words)),
    ...rules.map(({ source }) => source.quote),
  ]
  expect(quotes.length).toBeGreaterThan(200)
  expect(quotes.filter((quote) => quote.trim().split(/\s+/).length > 15)).toEqual([])
})
