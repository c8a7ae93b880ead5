/** Every rule file is in the register, in the DPIA's order, under its own name, with a test of that name and a quote that is there. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { expect, test } from "vitest"
import { headings } from "../../policy/dpia/document/section.ts"
import { rules } from "../../policy/index.ts"
import type { Rule } from "../../policy/rule.ts"
import { ruleIds } from "../../policy/rule-id.ts"
import { documentOrSkip } from "../support/policy/dpia/document.ts"

const ruleFolder = join(import.meta.dirname, "..", "..", "policy", "rules")
const registered = rules.map((rule) => rule.id)
const oneLine = (text: string): string => text.replace(/\s+/g, " ")

test("the register holds every rule file and no other", () => {
  const files = readdirSync(ruleFolder).map((file) => basename(file, ".ts"))
  expect([...registered].sort()).toEqual(files.sort())
})

test("in the order of the DPIA, each once", () => {
  expect(registered).toEqual(ruleIds.filter((id) => registered.some((each) => each === id)))
})

test.for(rules)("$id: its file, its test and its tag bear its name", ({ id }) => {
  expect(readFileSync(join(ruleFolder, `${id}.ts`), "utf8")).toContain(`id: "${id}"`)
  const file = join(import.meta.dirname, `${id}.test.ts`)
  expect(existsSync(file), `there is no test ${id}.test.ts`).toBe(true)
  expect(readFileSync(file, "utf8")).toMatch(new RegExp(`tags = \\["${id}"`))
})

test.for(rules)("$id: at most fifteen words of the DPIA, and the law it serves", ({ source, law, enforcedBy }) => {
  expect(source.quote.split(" ").length).toBeLessThanOrEqual(15)
  expect(law.length).toBeGreaterThan(0)
  expect(enforcedBy.length).toBeGreaterThan(0)
})

test("every quote is found in its section of the DPIA", (context) => {
  const document = oneLine(documentOrSkip(context))
  const sectionText = (section: number): string => {
    const [own = "", next = ""] = headings.slice(section - 1, section + 1).map(oneLine)
    const start = document.lastIndexOf(own)
    return document.slice(start, next ? document.indexOf(next, start) : undefined)
  }
  const lost = rules.filter(({ source }) => !sectionText(source.section).includes(oneLine(source.quote)))
  expect(lost.map(({ id }) => id)).toEqual([])
})

test.for(rules)(
  "$id: its tests see its audit upheld and broken, or the rule says why it can be neither yet",
  (rule: Rule) => {
    const { id, notBuilt } = rule
    const own = readFileSync(join(import.meta.dirname, `${id}.test.ts`), "utf8")
    const shared = own.includes("testWithheld")
      ? readFileSync(join(import.meta.dirname, "..", "support", "policy", "secure-settings.ts"), "utf8")
      : ""
    const verdicts = ["upheld", "broken"].filter((verdict) => new RegExp(`"${verdict}"`).test(own + shared))
    expect(verdicts).toEqual(notBuilt === undefined ? ["upheld", "broken"] : [])
  },
)
