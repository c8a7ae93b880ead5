/** The report becomes a tagged PDF where a Chromium is found; where none is, or it fails, that is named and no old PDF stays. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import packed from "@sparticuz/chromium"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { chromiumHere, printReport } from "../../src/commands/report-pdf.ts"
import { newFolder } from "../support/store.ts"

const tags = ["dpia-signed-off" as const]
const chromium = process.platform === "linux" ? await packed.executablePath().catch(() => "") : ""
const isHere = chromium !== "" && existsSync(chromium)
if (!isHere) console.warn("Skipped: there is no Chromium here, so no report was printed.")

const printed = (folder: string, environment: Record<string, string>) =>
  Effect.runPromise(printReport(join(folder, "report.html"), join(folder, "report.pdf"), environment))

const withPage = (): string => {
  const folder = newFolder()
  const page = '<!doctype html><html lang="en-GB"><title>A report</title><h1>A report</h1><p>It has a page.</p></html>'
  writeFileSync(join(folder, "report.html"), page)
  writeFileSync(join(folder, "report.pdf"), "of an earlier report")
  return folder
}

test("a browser that is missing, or that stops, is named, and an older PDF is gone", { tags }, async () => {
  const folder = withPage()
  expect(await printed(folder, { PATH: newFolder() })).toMatch(/^No PDF: there is no Chromium here\./)
  expect(existsSync(join(folder, "report.pdf"))).toBe(false)
  expect(await printed(folder, { CHROMIUM: join(folder, "nowhere") })).toMatch(/^No PDF: there is no Chromium here\./)
  expect(await printed(folder, { CHROMIUM: join(folder, "report.html") })).toMatch(/^No PDF: \S+ stopped\./)
  const bin = newFolder()
  writeFileSync(join(bin, "chromium"), "")
  expect(chromiumHere({ PATH: `/nowhere:${bin}` })).toBe(join(bin, "chromium"))
})

test.skipIf(!isHere)(
  "a page is printed with its tags, its outline and its language",
  { tags, timeout: 90_000 },
  async () => {
    const folder = withPage()
    expect(await printed(folder, { CHROMIUM: chromium })).toMatch(/report\.pdf: the same pages, tagged$/)
    const paper = readFileSync(join(folder, "report.pdf"), "latin1")
    expect(paper.startsWith("%PDF-")).toBe(true)
    for (const part of [/\/MarkInfo\s*<<[^>]*\/Marked true/, /\/StructTreeRoot/, /\/Lang \(en-GB\)/, /\/Outlines/])
      expect(paper).toMatch(part)
  },
)
