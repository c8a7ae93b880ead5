/** The report in other forms: OSCAL is valid by its schema, nothing unseen is satisfied, and the public edition leaves out the operation. */
import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import Ajv from "ajv"
import { describe, expect, test } from "vitest"
import { canonicalJson } from "../../../policy/record/canonical-json.ts"
import { reportHtml } from "../../../policy/report/html.ts"
import { junit } from "../../../policy/report/junit.ts"
import { oscal } from "../../../policy/report/oscal.ts"
import { publicEdition } from "../../../policy/report/public-edition.ts"
import { sarif } from "../../../policy/report/sarif.ts"
import { reportFiles } from "../../../src/commands/report-files.ts"
import { recorded } from "../../support/policy/dpia/recorded.ts"
import { made, settled } from "../../support/policy/report/made.ts"
import { digest } from "../../support/policy/team.ts"

const base = made()
const broken = made({ deployment: settled }, [{ store: "collection", table: "response", column: "at" }])
const reports = [base, broken, made({ deployment: recorded })]

const schemaFile = fileURLToPath(
  new URL("../../../../shared/oscal/oscal_assessment-results_schema.json", import.meta.url),
)

describe("OSCAL", () => {
  const isHere = existsSync(schemaFile)
  if (!isHere) console.warn("Skipped: the schema of OSCAL (../shared/oscal) is missing, so no export was held to it.")

  test.skipIf(!isHere)("is valid by the schema of 1.2.1, and a spoilt one is not", () => {
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
    const isValid = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")))
    for (const report of reports) {
      isValid(oscal(report, digest("twin")))
      expect(isValid.errors ?? []).toEqual([])
    }
    const spoilt = canonicalJson(oscal(base, digest("twin"))).replace('"not-satisfied"', '"perhaps"')
    expect(isValid(JSON.parse(spoilt))).toBe(false)
  })

  test("satisfied is only a rule that is upheld and waits for nobody", () => {
    for (const report of reports) {
      const text = canonicalJson(oscal(report, digest("twin")))
      const whole = report.rules.filter(({ kept, needs }) => kept === "upheld" && needs === null)
      expect(text.match(/"state":"satisfied"/g) ?? []).toHaveLength(whole.length)
      expect(text.match(/"reason":"fail"/g) ?? []).toHaveLength(report.summary.broken)
    }
    expect(broken.summary.broken).toBeGreaterThan(0)
  })

  test("the same report has the same ids, and another has others", () => {
    const idOf = (report: typeof base, twin: string) =>
      /"uuid":"[0-9a-f-]{36}"/.exec(canonicalJson(oscal(report, digest(twin))))?.[0]
    expect(idOf(base, "twin")).toBe(idOf(base, "twin"))
    expect(idOf(base, "other")).not.toBe(idOf(base, "twin"))
  })
})

test("SARIF and JUnit have each rule once, and none passes that was not looked at", () => {
  for (const report of reports) {
    const text = canonicalJson(sarif(report))
    expect(text.match(/"ruleId":/g)).toHaveLength(26)
    expect(text.match(/"kind":"fail"/g) ?? []).toHaveLength(report.summary.broken)
    expect(text.match(/"kind":"open"/g) ?? []).toHaveLength(report.summary.notChecked)
    const xml = junit(report)
    expect(xml.match(/<testcase /g)).toHaveLength(26)
    expect(xml.match(/<failure /g) ?? []).toHaveLength(report.summary.broken)
    expect(xml.match(/"><\/testcase>/g) ?? []).toHaveLength(
      report.rules.filter(({ kept, needs }) => kept === "upheld" && needs === null).length,
    )
  }
})

test("the files have names of their own, and the actions are rows of three cells", () => {
  const files = reportFiles(base)
  expect(files.map(({ name }) => name)).toEqual([
    ...["report.json", "report.html", "public.html", "oscal.json", "report.sarif", "junit.xml", "actions.csv"],
  ])
  const rows = files.at(-1)?.text.trimEnd().split("\r\n") ?? []
  expect(rows[0]).toBe('"by","who","what"')
  expect(rows).toHaveLength(base.needed.length + 1)
})

describe("the public edition", () => {
  const page = reportHtml(publicEdition(base))

  test("has every rule with its answer, and neither files, machines nor people", () => {
    for (const { id, statement } of base.rules) {
      expect(page).toContain(`id="${id}"`)
      expect(statement.length).toBeGreaterThan(10)
    }
    expect(page).not.toMatch(/tests\/policy\/[a-z]|id="(?:access|complaints|tampering)"|a wall around the web process/)
    expect(reportHtml(base)).toMatch(/tests\/policy\/[a-z]/)
    expect(page).toContain("A report to the public")
  })

  test("its links lead to places on the page", () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect([...page.matchAll(/href="#([^"]+)"/g)].filter(([, to]) => !ids.includes(to)).map(([, to]) => to)).toEqual([])
  })
})
