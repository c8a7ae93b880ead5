/** Reads the tables to audit, from a JSON file or a folder of CSV files, or names their fault. */
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { type MarkedTable, readMarkedTables } from "../../policy/disclosure/audit/marked-tables.ts"
import { readPublication } from "../../policy/disclosure/audit/read-publication.ts"
import { refuseAudit } from "../../policy/disclosure/audit/refused.ts"
import { readCsv } from "../../policy/disclosure/tables/csv-records.ts"
import { decodeCsv } from "../../policy/disclosure/tables/decode-csv.ts"

interface Assumed {
  readonly threshold: number | undefined
  readonly lowerBound: number | undefined
}

const reading = <A>(read: () => A, found: string, remedy: string) =>
  Effect.try({ try: read, catch: () => refuseAudit("not-understood", found, remedy) })

const readTable = Effect.fnUntraced(function* (folder: string, name: string) {
  const bytes = yield* reading(() => readFileSync(join(folder, name)), `${name} cannot be read`, "Allow it to be read")
  const text = decodeCsv(bytes)
  if (typeof text !== "string")
    return yield* refuseAudit("not-understood", `${name} ${text.because}`, "Save it as CSV UTF-8")
  const rows: (readonly string[])[] = []
  const fault = readCsv(text, (fields) => rows.push(fields))
  if (fault !== undefined)
    return yield* refuseAudit(
      "not-understood",
      `${name} is not a table: line ${fault.line}: ${fault.because}`,
      "Save it as CSV, each row as long as the first",
    )
  return { name, rows } satisfies MarkedTable
})

const readFolder = Effect.fn("ReadTables.readFolder")(function* (folder: string, { threshold, lowerBound }: Assumed) {
  const inside = yield* reading(() => readdirSync(folder), `${folder} cannot be read`, "Allow it to be read")
  const names = inside.filter((name) => /\.csv$/i.test(name)).sort()
  const tables = yield* Effect.forEach(names, (name) => readTable(folder, name))
  return yield* readMarkedTables(tables, { threshold: threshold ?? null, lowerBound: lowerBound ?? 0 })
})

export const readTables = Effect.fn("ReadTables.read")(function* (path: string, assumed: Assumed) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return yield* refuseAudit("not-understood", `there is no ${path}`, "Name a file or folder that is there")
  if (found.isDirectory()) return yield* readFolder(path, assumed)
  if (assumed.threshold !== undefined || assumed.lowerBound !== undefined)
    return yield* refuseAudit(
      "not-understood",
      "a file says its own threshold and attacker",
      "Leave out --threshold and --lower-bound",
    )
  return yield* readPublication(
    yield* reading(() => readFileSync(path, "utf8"), `${path} cannot be read`, "Allow it to be read"),
  )
})
