/** The register holds all 139 promises, in order, short, each with its rule and in the document's own words. */
import { expect, test } from "vitest"
import { commitments } from "../../../policy/dpia/commitments/commitments.ts"
import { sections } from "../../../policy/dpia/document/section.ts"
import { verifyQuotes } from "../../../policy/dpia/verify.ts"
import { ruleIds } from "../../../policy/rule-id.ts"
import { documentOrSkip } from "../../support/policy/dpia/document.ts"

test("the commitments are C001 to C139, none missing and none out of order", () => {
  const expected = Array.from({ length: 139 }, (_, index) => `C${String(index + 1).padStart(3, "0")}`)
  expect(commitments.map(({ id }) => id)).toEqual(expected)
})

test("the commitments follow the six sections, and each section has some", () => {
  const order = commitments.map(({ section }) => section)
  expect(order).toEqual(order.toSorted())
  expect([...new Set(order)]).toEqual(Object.keys(sections).map(Number))
})

test.for(ruleIds)("%s keeps at least one commitment", (rule) => {
  expect(commitments.filter((commitment) => commitment.rule === rule)).not.toEqual([])
})

test("every quote is 15 words at most, and no promise is entered twice", () => {
  const long = commitments.filter(({ quote }) => quote.split(/\s+/).length > 15)
  expect(long).toEqual([])
  expect(new Set(commitments.map(({ quote }) => quote)).size).toBe(commitments.length)
})

test("every commitment says how it is kept, or what the DPO is shown", () => {
  const silent = commitments.filter(({ how, sameAs, evidence }) => !how && !sameAs && !evidence)
  expect(silent).toEqual([])
})

test("a commitment kept in the same way as another names one that says how", () => {
  for (const { id, sameAs } of commitments.filter(({ sameAs }) => sameAs)) {
    const other = commitments.find((commitment) => commitment.id === sameAs)
    expect(other?.how, `${id} is kept in the same way as ${sameAs}`).toBeDefined()
    expect(other?.sameAs, `${id} points to ${sameAs}, which points further`).toBeUndefined()
  }
})

test("every quote appears word for word in its section of the DPIA", (context) => {
  const document = documentOrSkip(context)
  expect(verifyQuotes(document)).toMatchObject({ missing: [], sameVersion: true })
})
