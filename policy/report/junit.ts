/** Writes the report as JUnit XML: a case for each rule; one that was not checked is skipped, and never passed. */
import { escapeHtml } from "../escape-html.ts"
import type { Report, RuleReport } from "./report.ts"

/** XML 1.0 has no way to write most control characters. */
const text = (words: string): string => escapeHtml(words.replace(/[^\P{Cc}\n]/gu, " "))

const outcome = ({ kept, because, needs }: RuleReport): string => {
  const waits = needs === null ? "" : ` It needs a decision: ${needs}`
  if (kept === "broken") return `<failure message="${text(because)}"/>`
  if (kept === "not-checked" || needs !== null) return `<skipped message="${text(`${because}.${waits}`)}"/>`
  return ""
}

export const junit = ({ rules, summary, madeOn }: Pick<Report, "rules" | "summary" | "madeOn">): string => {
  const cases = rules
    .toSorted((one, other) => one.no - other.no)
    .map((rule) => `<testcase classname="rules" name="${rule.id}">${outcome(rule)}</testcase>`)
  const skipped = rules.filter(({ kept, needs }) => kept !== "broken" && (kept === "not-checked" || needs !== null))
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites><testsuite name="The Big Ask" timestamp="${madeOn}T00:00:00" tests="${rules.length}" failures="${summary.broken}" errors="0" skipped="${skipped.length}">
${cases.join("\n")}
</testsuite></testsuites>
`
}
