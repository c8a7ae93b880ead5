/** Keeps each recorded report by its digest, and finds the last one again, so that the next report can compare itself. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Facts } from "../../policy/facts/facts.ts"
import { digestOf } from "../../policy/record/digest.ts"
import { type EarlierReport, readEarlier } from "../../policy/report/changes.ts"

const fileOf = (folder: string, digest: string): string => join(folder, "earlier", `${digest}.json`)

/** Named by its digest: an edited file is found under the wrong name and never compared with. */
export const keepReport = (folder: string, twin: string): void => {
  mkdirSync(join(folder, "earlier"), { recursive: true })
  writeFileSync(fileOf(folder, digestOf(twin)), twin)
}

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return undefined
  }
}

/** The last report that these records name, as it was kept in this folder, or why it cannot be compared. */
export const earlierReport = (
  folder: string,
  { records }: Pick<Facts, "records">,
): EarlierReport | { readonly because: string } => {
  if ("unseen" in records) return { because: `the ledger was not read (${records.unseen})` }
  const made = records.seen.flatMap(({ kind, body }) => (kind === "report-made" ? [body] : [])).at(-1)
  if (made === undefined) return { because: "no earlier report is recorded" }
  const name = `the last report, of ${made.on}, code ${made.report.slice(0, 12)},`
  const text = textOf(fileOf(folder, made.report))
  if (text === undefined) return { because: `${name} is not in the folder of reports` }
  if (digestOf(text) !== made.report) return { because: `${name} was edited since` }
  return readEarlier(text) ?? { because: `${name} has a version that is not understood` }
}
