/** Reads the tables that a command is given to audit, a file of JSON or a folder of CSV, or says what is wrong with them. */
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { Effect } from "effect"
import { type MarkedTable, publicationOf } from "../../policy/disclosure/audit/marked-tables.ts"
import { readPublication } from "../../policy/disclosure/audit/read-publication.ts"
import { refused } from "../../policy/disclosure/audit/refused.ts"

interface Assumed {
  readonly threshold: number | undefined
  readonly lowerBound: number | undefined
}

const reading = <A>(read: () => A, found: string, remedy: string) =>
  Effect.try({ try: read, catch: () => refused("not-understood", found, remedy) })

const readTable = (folder: string, name: string) =>
  reading(
    (): MarkedTable => ({ name, rows: parse(readFileSync(join(folder, name), "utf8"), { bom: true }) }),
    `${name} is not a table`,
    "Save it as CSV in UTF-8, each row as long as the first",
  )

const readFolder = Effect.fnUntraced(function* (folder: string, { threshold, lowerBound }: Assumed) {
  const inside = yield* reading(() => readdirSync(folder), `${folder} cannot be read`, "Allow it to be read")
  const names = inside.filter((name) => name.endsWith(".csv")).sort()
  const tables = yield* Effect.forEach(names, (name) => readTable(folder, name))
  return yield* publicationOf(tables, { threshold: threshold ?? null, lowerBound: lowerBound ?? 0 })
})

export const tablesGiven = Effect.fnUntraced(function* (path: string, assumed: Assumed) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return yield* refused("not-understood", `there is no ${path}`, "Name a file or folder that is there")
  if (found.isDirectory()) return yield* readFolder(path, assumed)
  if (assumed.threshold !== undefined || assumed.lowerBound !== undefined)
    return yield* refused(
      "not-understood",
      "a file says its own threshold and attacker",
      "Leave out --threshold and --lower-bound",
    )
  return yield* readPublication(
    yield* reading(() => readFileSync(path, "utf8"), `${path} cannot be read`, "Allow it to be read"),
  )
})
