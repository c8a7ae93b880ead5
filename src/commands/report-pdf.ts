/** Prints the report to a tagged PDF with a Chromium of this machine, or names that as missing. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { delimiter, dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { Effect } from "effect"
import { driven } from "./driven-chromium.ts"

/** Milliseconds. */
const longest = 60_000

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"]

/** CHROMIUM names one; otherwise the first on the PATH. */
export const chromiumHere = (environment: Readonly<Record<string, string | undefined>>): string | undefined => {
  const named = environment["CHROMIUM"]
  if (named !== undefined && named !== "") return existsSync(named) ? named : undefined
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "")
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file))
}

const noHeader = { printBackground: true, preferCSSPageSize: true, displayHeaderFooter: false } as const

/** Tags and an outline of the headings come from the page itself. */
const printed = async (chromium: string, page: string, paper: string): Promise<void> => {
  const profile = mkdtempSync(join(dirname(paper), "printing-"))
  const browser = driven(chromium, profile)
  const timer = setTimeout(browser.end, longest)
  try {
    const { targetId } = await browser.ask("Target.createTarget", { url: pathToFileURL(page).href })
    const { sessionId } = await browser.ask("Target.attachToTarget", { targetId, flatten: true })
    await browser.loaded(sessionId)
    const how = { ...noHeader, generateTaggedPDF: true, generateDocumentOutline: true }
    const { data } = await browser.ask("Page.printToPDF", how, sessionId)
    writeFileSync(paper, Buffer.from(String(data), "base64"))
  } finally {
    clearTimeout(timer)
    await browser.end()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The sentence that says what came of it. A PDF of an earlier report is removed first: it would speak for this one. */
export const printReport = (
  page: string,
  paper: string,
  environment: Readonly<Record<string, string | undefined>>,
): Effect.Effect<string> =>
  Effect.promise(async () => {
    rmSync(paper, { force: true })
    const chromium = chromiumHere(environment)
    if (chromium === undefined)
      return "No PDF: there is no Chromium here. Install one, or name it in CHROMIUM. The page prints from any browser."
    try {
      await printed(chromium, page, paper)
    } catch {
      return `No PDF: ${chromium} stopped. The page prints from any browser.`
    }
    return existsSync(paper) ? `${paper}: the same pages, tagged` : `No PDF: ${chromium} wrote none.`
  })
