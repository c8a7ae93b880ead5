/** Help lines: each number that a page shows is in the report with the day on which a person rang it, or that nobody has. */
import { expect, test } from "vitest"
import { everyHelpLine, helpLineIds } from "../../../policy/data/help-lines.ts"
import { helpLineRows, helpLinesNeeded } from "../../../policy/report/help-lines-checked.ts"

test("a line that nobody rang is an action of the controller, and its row says so", () => {
  expect(helpLinesNeeded({}, "2027-04-19").map(({ who }) => who)).toEqual(everyHelpLine.map(() => "the controller"))
  expect(helpLinesNeeded({}, "2027-04-19")[0]?.what).toContain("Childline, 0800 1111")
  expect(helpLineRows({})[0]).toMatchObject({ value: "0800 1111", from: "nobody has checked it" })
})

test("a line that was rung has its day, and waits for nobody", () => {
  const helpLines = { shout: "2027-01-04" }
  expect(helpLinesNeeded({ helpLines }, "2027-04-19").some(({ what }) => what.includes("Shout"))).toBe(false)
  expect(helpLineRows({ helpLines }).find(({ what }) => what.includes("Shout"))?.from).toBe("2027-01-04")
})

test("each line has one id", () => {
  expect(everyHelpLine.map(({ id }) => id)).toEqual(helpLineIds)
})
