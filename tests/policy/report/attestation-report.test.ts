/** What only people can keep is attested with evidence, lapses by the clock, or is missing; nothing else says that it is kept. */
import { describe, expect, test } from "vitest"
import { type Attestation, attestable } from "../../../policy/dpia/attestation.ts"
import { attestationCounts, attestationReports, attestationsNeeded } from "../../../policy/report/attestation-report.ts"
import { reportHtml } from "../../../policy/report/html.ts"
import { adviser, recorded } from "../../support/policy/dpia/recorded.ts"
import { blockOf, made } from "../../support/policy/report/made.ts"
import { blockIn, plain, rowsIn, sectionIn } from "../../support/policy/report/read.ts"
import { digest } from "../../support/policy/team.ts"

const given: Attestation = {
  commitment: "C020",
  reference: "Letter 4",
  digest: digest("letter"),
  until: "2027-12-31",
  ...adviser,
}
const stateOn = (today: string) => attestationReports([given], today).find(({ id }) => id === "C020")

test("there are 29 commitments that only people can keep, and each is missing until it is attested", () => {
  expect(attestable).toHaveLength(29)
  expect(attestationCounts(attestationReports([], "2027-02-01"))).toEqual({ attested: 0, lapsed: 0, missing: 29 })
})

test("it counts from its day to its last, both included, and lapses by the clock", () => {
  expect(["2027-01-03", "2027-01-04", "2027-12-31", "2028-01-01"].map((day) => stateOn(day)?.state)).toEqual([
    "missing",
    "attested",
    "attested",
    "lapsed",
  ])
  expect(stateOn("2027-01-03")).not.toHaveProperty("given")
  expect(stateOn("2028-01-01")?.given).toEqual({
    ...{ by: "dpo", on: "2027-01-04", until: "2027-12-31" },
    ...{ reference: "Letter 4", digest: given.digest },
  })
})

test("page 1 asks for what lapsed by id, and for the number that is missing", () => {
  expect(
    attestationsNeeded(attestationReports([given], "2028-01-01"), "2028-01-01", "2028-04-01").map(({ what }) => what),
  ).toEqual(["Attest again what has lapsed: C020", "Attest 28 of 29 commitments that only people can keep"])
  expect(attestationsNeeded([], "2028-01-01", "2028-04-01")).toEqual([])
})

describe("the report", () => {
  const attested = { ...given, on: "2026-01-01", until: "2099-12-31" }
  const report = made({ deployment: { ...recorded, attestations: [attested] } })
  const page = reportHtml(report)

  test("shows the state and the evidence of each, and names nobody", () => {
    const rows = rowsIn(sectionIn(page, "attested"))
    expect(rows).toHaveLength(29)
    const [row] = rows.filter(([first]) => first?.includes("C020"))
    expect(row?.[2]).toContain("Attested")
    expect(row?.[3]).toBe(`Letter 4 ${given.digest} by dpo on 1 January 2026, until 31 December 2099`)
    expect(rows.filter(([, , state]) => state?.includes("Missing"))).toHaveLength(28)
    expect(page).not.toContain(adviser.by)
  })

  test("counts them apart from whether a rule is kept, on page 1 and in each block", () => {
    expect(report.summary.attestations).toEqual({ attested: 1, lapsed: 0, missing: 28 })
    const id = "processor-extracts-deleted-at-close"
    expect(blockOf(report, id).people).toEqual({ attested: 1, lapsed: 0, missing: 1 })
    expect(plain(blockIn(page, id))).toContain("Promises that only people can keep: 1 attested, 0 lapsed, 1 missing.")
    expect(blockOf(report, "opt-out-on-every-question")).not.toHaveProperty("people")
    expect(plain(sectionIn(page, "short"))).toContain("Is it attested?")
  })
})
