/** Writes the report as SARIF 2.1.0, for developers: a rule for each rule, and its result as pass, fail, open or review. */
import type { Report, RuleReport } from "./report.ts"

/** *open* was not looked at; *review* waits for a person. */
const kindOf = ({ kept, needs }: RuleReport): "pass" | "fail" | "open" | "review" => {
  if (kept === "broken") return "fail"
  if (kept === "not-checked") return "open"
  return needs === null ? "pass" : "review"
}

const byNumber = (one: RuleReport, other: RuleReport): number => one.no - other.no

export const sarif = ({ rules: unordered, build }: Pick<Report, "rules" | "build">): object => {
  const rules = unordered.toSorted(byNumber)
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "The Big Ask",
            semanticVersion: "0.1.0",
            rules: rules.map(({ id, statement, quote, section }) => ({
              id,
              shortDescription: { text: statement },
              help: { text: `DPIA section ${section}: “${quote}”` },
            })),
          },
        },
        automationDetails: { id: `report/${build.digest}` },
        results: rules.map((rule) => ({
          ruleId: rule.id,
          ruleIndex: rule.no - 1,
          kind: kindOf(rule),
          level: rule.kept === "broken" ? "error" : "none",
          message: { text: rule.needs === null ? rule.because : `${rule.because}. It needs a decision: ${rule.needs}` },
          locations: [{ physicalLocation: { artifactLocation: { uri: `policy/rules/${rule.id}.ts` } } }],
        })),
      },
    ],
  }
}
