/** The tables list data held, waivers, bases, assets and settled findings, row by row; an empty table becomes a sentence. */
import { describe, expect, test } from "vitest"
import { reportHtml } from "../../../policy/report/html.ts"
import type { FindingReport, Report } from "../../../policy/report/report.ts"
import { made } from "../../support/policy/report/made.ts"
import { columnsIn, plain, rowsIn, sectionIn } from "../../support/policy/report/read.ts"

const base = made()
const section = (id: string, change: Partial<Report>): string => sectionIn(reportHtml({ ...base, ...change }), id)

describe("data held", () => {
  test("is given in bands where it was observed", () => {
    expect(rowsIn(section("held", {}))[1]).toEqual(["6-8", "fewer than 10"])
    expect(section("held", { mode: "live" })).toContain("<caption>Answers held in live, in bands</caption>")
  })

  test("is not checked where it was not, and why", () => {
    const told = section("held", { store: { read: false, because: "there is no collection here yet" } })
    expect(plain(told)).toContain("○ Not checked there is no collection here yet.")
    expect(rowsIn(told)).toEqual([])
  })
})

describe("waivers", () => {
  const [finding] = base.findings
  const waiver = { reason: "Time presses", on: "2026-11-02", until: "2026-12-03" }
  const findings: readonly FindingReport[] = finding === undefined ? [] : [finding, { ...finding, id: "F17", waiver }]

  test("in force are listed with their reason and their days", () => {
    expect(rowsIn(section("signed", { findings })).slice(-1)).toEqual([
      ["F17", "Time presses", "2 November 2026", "3 December 2026"],
    ])
    expect(plain(section("signed", { findings }))).not.toContain("No waiver is in force.")
  })

  test("are absent, in words, when no waiver is in force", () => {
    expect(plain(section("signed", { findings: findings.slice(0, 1) }))).toContain("No waiver is in force.")
    expect(section("signed", { findings: [] })).not.toContain("Waivers in force")
  })
})

describe("the lawful basis", () => {
  const row = { what: "every question", forms: ["6-8", "9-12"], basis: "Art 6", unsettled: [] }
  const told = (change: Partial<Report["bases"][number]>) => section("basis", { bases: [{ ...row, ...change }] })

  test("fills a row, with a dash for each missing value", () => {
    expect(rowsIn(told({}))).toEqual([["every question", "6-8, 9-12", "–", "Art 6", "–", "–"]])
    expect(
      rowsIn(told({ reveals: "ethnic-origin", version: "of 2026", inForce: "2026-02-05" }))[0]?.slice(2, 5),
    ).toEqual(["ethnic origin", "Art 6", "of 2026, in force 5 February 2026"])
    expect(rowsIn(told({ version: "of 2026" }))[0]?.[4]).toBe("of 2026")
    expect(rowsIn(told({ reveals: "a-b-c" }))[0]?.[2]).toBe("a b c")
  })

  test("says whether any of it waits for a finding, and links to that", () => {
    expect(plain(told({}))).toContain("Every question and option has the basis or condition that it needs.")
    expect(plain(told({}))).not.toContain("live stays shut")
    const waiting = told({ unsettled: ["F17", "F18"] })
    expect(plain(waiting)).toContain("Until then they are marked unsettled, and live stays shut.")
    expect(plain(waiting)).not.toContain("Every question and option has the basis")
    expect(waiting).toContain('<a href="#F17">F17</a> <a href="#F18">F18</a>')
    expect(rowsIn(waiting)[0]?.[5]).toBe("? Unsettled F17 F18")
  })
})

test("an asset has its owner, its content, its place and its retention", () => {
  const asset = { id: "x", kind: "store", what: "A box", owner: "the host", location: "here", categories: ["a", "b"] }
  expect(rowsIn(section("assets", { assets: [{ ...asset, retention: "a day" }] }))).toEqual([
    ["A box x", "store", "the host", "a, b", "here", "a day"],
  ])
})

test("a parameter has its value, its start and its source", () => {
  const parameters = [{ what: "How long", value: "2 years", from: "2021-04-19", source: "DPIA section 2" }]
  expect(rowsIn(section("numbers", { parameters }))).toEqual([
    ["How long", "2 years", "19 April 2021", "DPIA section 2"],
  ])
})

describe("faults that no test noticed", () => {
  const survivor = { file: "policy/a.ts", line: 12, mutator: "StringLiteral", reason: "words" }
  const mutation = { checked: true, on: "", score: 90, killed: 9, total: 10, survivors: [survivor] } as const

  test("are listed with where, what and why", () => {
    expect(rowsIn(section("survivors", { mutation }))).toEqual([["policy/a.ts, line 12", "StringLiteral", "words"]])
  })

  test("have no heading when they are absent or not observed", () => {
    expect(section("survivors", { mutation: { ...mutation, survivors: [] } })).toBe("")
    expect(section("survivors", { mutation: { checked: false, because: "nobody looked" } })).toBe("")
  })
})

test("each column of each table has a heading", () => {
  const [finding] = base.findings
  const findings =
    finding === undefined ? [] : [{ ...finding, waiver: { reason: "so", on: "2026-11-02", until: "2026-12-03" } }]
  const risk = ["Risk", "Before", "After", "Its rules today"]
  const half = ["Promise", "Is it kept?", "Strength"]
  expect(columnsIn(reportHtml({ ...base, findings }))).toEqual([
    ["By", "Who", "What"],
    risk,
    half,
    half,
    ["By", "Who", "What"],
    [...risk, "Accepted", "From", "Rules"],
    ["Rule", "Is it kept?", "Does it need a decision?", "Strength", "DPIA section"],
    ["Promise", "State", "Missing part", "DPIA section", "Rule"],
    ["Form", "Answers"],
    ["Sign-off", "Recorded"],
    ["Finding", "Reason", "From", "Until"],
    ["Commitment", "What people do", "State", "Evidence", "DPIA section", "Rule"],
    ["Question", "Forms", "May reveal", "Basis or condition", "Text of the law", "Unsettled"],
    ["Provision", "Version", "In force", "Rules", "Confirmed"],
    ["Section", "In force", "What changed", "Confirmed"],
    ["Place", "Description", "Assets", "Owners"],
    ["Point", "Part", "Declared"],
    ["Standard", "How it is to be met", "Its rules today", "Rules"],
    ["Right", "Law", "Answer", "Its rules today", "Rules"],
    ["Asset", "Kind", "Owner", "Content", "Where", "How long"],
    ["What", "Value", "From", "Source"],
    ["What somebody did", "Rule that is then broken", "Words of the report"],
    ["What somebody did", "Words of the report"],
    ["Where", "What was changed", "Why it may stand"],
  ])
})
