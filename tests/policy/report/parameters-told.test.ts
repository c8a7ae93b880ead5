/** Parameters are written as people speak them: with their unit, in the singular for one, yes or no. */
import { expect, test } from "vitest"
import type { Parameter } from "../../../policy/parameters.ts"
import { parameters } from "../../../policy/parameters.ts"
import { helpLineRows } from "../../../policy/report/help-lines-checked.ts"
import { parametersTold } from "../../../policy/report/parameters-told.ts"
import { made } from "../../support/policy/report/made.ts"

const parameter = { what: "How long", from: "2026-11-22", source: "DPIA section 2" }
const told = (value: unknown, unit?: Parameter<unknown>["unit"]): string | undefined =>
  parametersTold({ it: { ...parameter, value, ...(unit && { unit }) } })[0]?.value

test("a number with its unit, in the singular for one", () => {
  expect([told(2, "years"), told(1, "years"), told(1, "responses"), told(30, "days")]).toEqual([
    "2 years",
    "1 year",
    "1 response",
    "30 days",
  ])
  expect([told(10), told(1)]).toEqual(["10", "1"])
})

test("whether, first and last, and a key, each in words", () => {
  expect([told(true), told(false)]).toEqual(["yes", "no"])
  expect(told({ opens: "2021-04-19", closes: "2021-05-19" })).toBe("2021-04-19 to 2021-05-19")
  expect(told("above-security-check")).toBe("above security check")
})

test("a changed parameter has the day from which it holds, and its source", () => {
  const changed = { ...parameter, value: 3, unit: "years" as const, from: "2027-01-04", source: "The DPO, in a letter" }
  expect(parametersTold({ other: { ...parameter, value: 1 }, changed })[1]).toEqual({
    what: "How long",
    value: "3 years",
    from: "2027-01-04",
    source: "The DPO, in a letter",
  })
})

test("the report has each of them, in the order in which they are written", () => {
  const { parameters: inReport } = made()
  expect(inReport.map(({ what }) => what)).toEqual(
    [...Object.values(parameters), ...helpLineRows({})].map(({ what }) => what),
  )
  expect(inReport.find(({ what }) => what === parameters.retention.what)?.value).toBe("2 years")
})
