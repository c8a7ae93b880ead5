/** The risk register: the DPIA's three lines in its own words and levels, eight proposed, each with rules that exist. */
import { expect, test } from "vitest"
import { quoteFinder } from "../../../policy/dpia/document/version.ts"
import { riskIds } from "../../../policy/dpia/risk.ts"
import { ratingOf, risks } from "../../../policy/dpia/risks.ts"
import { ruleIds } from "../../../policy/rule-id.ts"
import { documentOrSkip } from "../../support/policy/dpia/document.ts"
import { officer } from "../../support/policy/dpia/recorded.ts"

const written = riskIds.filter((id) => "section" in risks[id].from)

test("three lines are the document's, and eight are proposed without a level (F25)", () => {
  expect(written).toHaveLength(3)
  const proposed = riskIds.filter((id) => !written.includes(id))
  expect(proposed).toHaveLength(8)
  for (const id of proposed) expect(risks[id]).toMatchObject({ from: { finding: "F25" } })
  for (const id of proposed) expect(ratingOf(id, [])).toBeUndefined()
})

test("each bears on rules that exist, and on none twice", () => {
  for (const { rules } of Object.values(risks)) {
    expect(ruleIds).toEqual(expect.arrayContaining([...rules]))
    expect(new Set(rules).size).toBe(rules.length)
  }
})

test("a recorded level replaces the document's", () => {
  const set = {
    risk: "transfer",
    before: "high",
    after: "medium",
    acceptable: true,
    ...officer,
  } as const
  expect(ratingOf("transfer", [])).toEqual({ before: "low", after: "low", acceptable: true })
  expect(ratingOf("transfer", [set])).toMatchObject({ before: "high", after: "medium" })
  expect(ratingOf("re-identification", [set])).toMatchObject({ after: "low" })
})

test("the three lines stand in section 5 of the DPIA, each rated low", (context) => {
  const hasQuote = quoteFinder(documentOrSkip(context))
  for (const id of written) {
    expect(hasQuote(5, `${risks[id].words}\tLow`), risks[id].words).toBe(true)
    expect(ratingOf(id, [])).toEqual({ before: "low", after: "low", acceptable: true })
  }
})
