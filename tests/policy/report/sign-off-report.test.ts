/** The three sign-offs by role and day: for which version, what was advised, and what was made of the advice. */
import { expect, test } from "vitest"
import type { SignOff } from "../../../policy/dpia/sign-off.ts"
import { reportHtml } from "../../../policy/report/html.ts"
import { signOffReports } from "../../../policy/report/sign-off-report.ts"
import { recorded } from "../../support/policy/dpia/recorded.ts"
import { made } from "../../support/policy/report/made.ts"

const overruling: readonly SignOff[] = recorded.signOffs.map((each) =>
  each.of === "dpo-advice"
    ? { ...each, answer: { ...each.answer, outcome: "overruled", reasons: "Time presses" } }
    : each,
)
const advised = (signOffs: readonly SignOff[]) => signOffReports({ signOffs })[2]?.recorded
const pageOf = (signOffs: readonly SignOff[]) => reportHtml(made({ deployment: { ...recorded, signOffs } }))

test("all three are listed, also without a record", () => {
  expect(signOffReports({ signOffs: [] }).map(({ recorded }) => recorded)).toEqual([[], [], []])
  expect(signOffReports(recorded).map(({ recorded }) => recorded.length)).toEqual([1, 1, 1])
  expect(pageOf([]).match(/Not recorded/g)).toHaveLength(3)
  expect(pageOf(recorded.signOffs)).not.toContain("Not recorded")
})

test("an approval says who by role, when, and for which version", () => {
  expect(signOffReports(recorded)[0]).toEqual({
    of: "Measures approved",
    recorded: [{ by: "senior information risk owner", on: "2027-01-04", ofThisVersion: true }],
  })
  const other = recorded.signOffs.map((each) => ({ ...each, dpia: "0123456789ab" }))
  expect(signOffReports({ signOffs: other }).map(({ recorded }) => recorded[0]?.ofThisVersion)).toEqual([
    false,
    false,
    false,
  ])
  expect(pageOf(other).match(/for another version of the DPIA, which does not count\./g)).toHaveLength(3)
  expect(pageOf(recorded.signOffs).match(/4 January 2027, for this version of the DPIA\./g)).toHaveLength(3)
})

test("advice is given with its answer; reasons appear only where it was overruled", () => {
  const answer = { outcome: "accepted", by: "senior information risk owner", on: "2027-01-04" }
  const advice = { by: "dpo", on: "2027-01-04", ofThisVersion: true, advice: "Proceed." }
  expect(advised(recorded.signOffs)).toStrictEqual([{ ...advice, answer }])
  expect(advised(overruling)).toEqual([
    { ...advice, answer: { ...answer, outcome: "overruled", reasons: "Time presses" } },
  ])
  expect(pageOf(overruling)).toContain(
    "Advice: Proceed. overruled by senior information risk owner on 4 January 2027. Reasons: Time presses.</li>",
  )
  expect(pageOf(recorded.signOffs)).toContain(
    "Advice: Proceed. accepted by senior information risk owner on 4 January 2027.</li>",
  )
})
