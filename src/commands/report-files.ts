/** Renders a report as files, each from the one value, so that all say the same. */
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import { digestOf } from "../../policy/record/digest.ts"
import { reportHtml } from "../../policy/report/html.ts"
import { junit } from "../../policy/report/junit.ts"
import { oscal } from "../../policy/report/oscal.ts"
import { publicEdition } from "../../policy/report/public-edition.ts"
import type { Report } from "../../policy/report/report.ts"
import { sarif } from "../../policy/report/sarif.ts"
import { csvLine } from "./csv-line.ts"

export interface ReportFile {
  readonly name: string
  readonly text: string
}

export const twinName = "report.json"
export const pageName = "report.html"
/** Made by a browser, which writes the time into it: the only file that differs each time. */
export const paperName = "report.pdf"

const actions = ({ needed }: Report): string =>
  [["by", "who", "what"], ...needed.map(({ by, who, what }) => [by, who, what])]
    .map((row) => `${csvLine(row)}\r\n`)
    .join("")

/** The same report gives the same bytes. */
export const reportFiles = (report: Report): readonly ReportFile[] => {
  const twin = `${canonicalJson(report)}\n`
  return [
    { name: twinName, text: twin },
    { name: pageName, text: reportHtml(report) },
    { name: "public.html", text: reportHtml(publicEdition(report)) },
    { name: "oscal.json", text: `${canonicalJson(oscal(report, digestOf(twin)))}\n` },
    { name: "report.sarif", text: `${canonicalJson(sarif(report))}\n` },
    { name: "junit.xml", text: junit(report) },
    { name: "actions.csv", text: actions(report) },
  ]
}
