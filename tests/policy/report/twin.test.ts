/** The page and its JSON twin say the same: every number at its place, every word that the twin has. */
import { describe, expect, test } from "vitest"
import { canonicalJson } from "../../../policy/record/canonical-json.ts"
import { datesInWords } from "../../../policy/report/dates.ts"
import { reportHtml } from "../../../policy/report/html.ts"
import type { Report } from "../../../policy/report/report.ts"
import { adviser, asker, officer, recorded, today, waiverOf } from "../../support/policy/dpia/recorded.ts"
import { evidence, made, settled } from "../../support/policy/report/made.ts"

type Leaf = readonly [path: string, value: unknown]

const leaves = (value: unknown, path = ""): readonly Leaf[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, each]) => leaves(each, path === "" ? key : `${path}.${key}`))
    : [[path, value]]

const numbersIn = (twin: unknown): ReadonlyMap<string, string> =>
  new Map(leaves(twin).flatMap(([path, value]) => (typeof value === "number" ? [[path, String(value)]] : [])))

/** A number that appears twice must be the same. */
const numbersOn = (page: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const [, value = "", at = "", shown = ""] of page.matchAll(
    /<data value="([^"]*)" data-at="([^"]*)">([^<]*)<\/data>/g,
  )) {
    expect([shown, found.get(at) ?? value], at).toEqual([value, value])
    found.set(at, value)
  }
  return found
}

const signs: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" }

const readAloud = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<\/?[a-z][^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => signs[sign] ?? sign)
    .replace(/\s+/g, " ")

/** The page says some short names in words of its own. */
const saidOtherwise = /(^|\.)(kind|severity|state|status|kept|reveals|outcome|edition)$/

const unsaid = (report: Report): readonly string[] => {
  const aloud = readAloud(reportHtml(report)).toLowerCase()
  return leaves(JSON.parse(canonicalJson(report)))
    .filter(([path, value]) => typeof value === "string" && !saidOtherwise.test(path))
    .filter(([, value]) => !aloud.includes(datesInWords(String(value)).replace(/\s+/g, " ").toLowerCase()))
    .map(([path, value]) => `${path}: ${value}`)
}

const waived = { ...settled, decisions: [], waivers: [waiverOf("F17", { on: "2026-01-01", until: "2026-12-31" })] }
const reports: ReadonlyArray<readonly [string, () => Report]> = [
  ["a rehearsal", () => made()],
  ["live, with everything recorded", () => made({ deployment: recorded })],
  ["a waiver", () => made({ deployment: waived })],
  ["nothing run", () => made({ results: {}, store: { read: false, because: "there is no collection here yet" } })],
  ["a rule broken", () => made({}, [{ store: "collection", table: "response", column: "at" }])],
]

const twinOf = (report: Report): unknown => JSON.parse(canonicalJson(report))

describe.for(reports)("%s", ([, make]) => {
  test("every number of the twin is on the page at its place, and the page has no other", () => {
    const report = make()
    const [there, here] = [numbersIn(twinOf(report)), numbersOn(reportHtml(report))]
    expect(there.size).toBeGreaterThan(100)
    expect([...here].toSorted()).toEqual([...there].toSorted())
  })

  test("every word of the twin is on the page", () => {
    expect(unsaid(make())).toEqual([])
  })

  test("the twin, read back, is the report, its lists in their order", () => {
    const report = make()
    expect(twinOf(report)).toEqual(report)
  })

  test("an absent value is left out, and never shown as code writes it", () => {
    expect(readAloud(reportHtml(make())).match(/\b(undefined|null|NaN)\b|\[object/g)).toBeNull()
  })

  test("each rule answers both questions in the twin, and the three counts are all of the rules", () => {
    const report = make()
    const { upheld, broken, notChecked, needsDecision, rules } = report.summary
    expect(upheld + broken + notChecked).toBe(rules)
    expect(report.rules).toHaveLength(rules)
    const twin: { rules: { kept: string; needs: string | null }[] } = JSON.parse(canonicalJson(report))
    expect(twin.rules.every(({ kept }) => /^(upheld|broken|not-checked)$/.test(kept))).toBe(true)
    expect(twin.rules.filter(({ needs }) => needs !== null)).toHaveLength(needsDecision)
    expect(twin.rules.every((rule) => Object.hasOwn(rule, "needs"))).toBe(true)
  })

  test("nobody is named", () => {
    const report = make()
    expect(today > "2027").toBe(true)
    for (const name of [officer.by, adviser.by, asker])
      expect(reportHtml(report) + canonicalJson(report)).not.toContain(name)
  })
})

test("the same evidence makes the same report, byte for byte", () => {
  expect(reportHtml(made())).toBe(reportHtml(made(evidence)))
})
