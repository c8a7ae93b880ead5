/** Leaves out of a report what only those who run the service need: how it is built, what waits on its machines, and who works on it. */
import type { Action, Report, RuleReport } from "./report.ts"

const leftOut = { read: false, because: "left out of the public edition" } as const

/** Names of tests and files help somebody who wants to find a gap. */
const ruleFor = (rule: RuleReport): RuleReport => ({
  ...rule,
  tests: rule.tests.checked ? { ...rule.tests, files: [], failing: [] } : rule.tests,
  sabotages: rule.sabotages.checked ? { ...rule.sabotages, uncaught: [] } : rule.sabotages,
})

const isOperation = ({ who }: Action): boolean => /\b(?:host|developers|processor)\b/.test(who)

export const publicEdition = (report: Report): Report => ({
  ...report,
  edition: "public",
  rules: report.rules.map(ruleFor),
  needed: report.needed.filter((action) => !isOperation(action)),
  mutation: report.mutation.checked ? { ...report.mutation, survivors: [] } : report.mutation,
  findings: report.findings.map((finding) => ({ ...finding, heldBy: [] })),
  attestations: report.attestations.map(({ given, ...each }) => ({
    ...each,
    ...(given !== undefined && { given: { ...given, reference: "a document that the controller keeps", digest: "" } }),
  })),
  people: leftOut,
  readings: leftOut,
  extracts: leftOut,
  complaints: leftOut,
  certificates: report.certificates.read
    ? { read: true, rows: report.certificates.rows.map(({ what, on }) => ({ what, on })) }
    : report.certificates,
  tamperings: [],
  resultTamperings: [],
})
