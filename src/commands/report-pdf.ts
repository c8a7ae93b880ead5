/** Prints the report to a tagged PDF with a Chromium of this machine, or names that as missing. */
import { execFile } from "node:child_process"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { delimiter, dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { Effect } from "effect"

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"]

/** CHROMIUM names one; otherwise the first on the PATH. */
export const chromiumHere = (environment: Readonly<Record<string, string | undefined>>): string | undefined => {
  const named = environment["CHROMIUM"]
  if (named !== undefined && named !== "") return existsSync(named) ? named : undefined
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "")
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file))
}

const run = (program: string, args: readonly string[]): Promise<void> =>
  new Promise((done, fail) => execFile(program, args, { timeout: 60_000 }, (error) => (error ? fail(error) : done())))

/** Tags and an outline of the headings come from the page itself. */
const printed = async (chromium: string, page: string, paper: string): Promise<void> => {
  const profile = mkdtempSync(join(dirname(paper), "printing-"))
  try {
    await run(chromium, [
      ...["--headless", "--disable-gpu", "--no-pdf-header-footer", "--generate-pdf-document-outline"],
      ...(process.getuid?.() === 0 ? ["--no-sandbox", "--no-zygote"] : []),
      ...[`--user-data-dir=${profile}`, `--print-to-pdf=${paper}`, pathToFileURL(page).href],
    ])
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
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
