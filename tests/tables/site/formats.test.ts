/** CSV, its metadata and the workbook hold the same cells, and each is what its standard says. */
import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { describe, expect, test, vi } from "vitest"
import type { Released } from "../../../policy/release/released.ts"
import { addressesOf } from "../../../src/tables/site/address.ts"
import { releasedCsvw } from "../../../src/tables/site/csvw.ts"
import { releasedCsv } from "../../../src/tables/site/files.ts"
import { notesOf } from "../../../src/tables/site/notes.ts"
import { headingsOf, rowsOf } from "../../../src/tables/site/rows.ts"
import { releasedXlsx } from "../../../src/tables/site/xlsx.ts"
import { partsOf } from "../../support/tables/site/outputs.ts"
import {
  anyTable,
  byAge,
  byAgeAndRegion,
  byHope,
  released,
  tableOf,
} from "../../support/tables/site/released-tables.ts"

const recordsOf = (table: Released) => [
  headingsOf(table),
  ...rowsOf(table).map(({ labels, measures }) => [...labels, ...measures.map(String)]),
]

describe("CSV", () => {
  test("reads back as it was, whatever it holds", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (proposed) => {
        const table = await released(proposed)
        expect(parse(releasedCsv(table), { record_delimiter: "\r\n" })).toEqual(recordsOf(table))
      }),
      { numRuns: 60 },
    )
  })

  test("ends every line, the last too, with CRLF, and marks a withheld count", async () => {
    const lines = releasedCsv(await released(byAge)).split("\r\n")
    expect(lines[0]).toBe("Hope,Age,count,percent")
    expect(lines[1]).toBe("A good home to live in,4 to 5,62,19")
    expect(lines).toContain("Something else,9 to 12,[c],[c]")
    expect(lines).toContain('"Good mental health, and somebody to talk to when things are hard",4 to 5,56,18')
    expect(lines.at(-1)).toBe("")
    expect(lines).toHaveLength(37)
  })
})

interface Described {
  readonly "@context": readonly [string, { readonly "@language": string }]
  readonly url: string
  readonly notes: readonly { readonly "dc:title": string; readonly "dc:description": string }[]
  readonly dialect: { readonly header: boolean; readonly lineTerminators: readonly string[] }
  readonly tableSchema: {
    readonly columns: readonly { name: string; titles: string; datatype: unknown; null?: string; required?: boolean }[]
    readonly primaryKey: readonly string[]
  }
}

const described = (table: Released): Described => JSON.parse(releasedCsvw(table))

describe("CSVW", () => {
  test.each([byHope, byAge, byAgeAndRegion])("describes the very columns of the CSV: $title", async (proposed) => {
    const table = await released(proposed)
    const { "@context": context, url, notes, dialect, tableSchema } = described(table)
    expect(context).toEqual(["http://www.w3.org/ns/csvw", { "@language": "en" }])
    expect(`${url}-metadata.json`).toBe(addressesOf(table).metadata)
    const [heading] = parse(releasedCsv(table))
    expect(tableSchema.columns.map(({ titles }) => titles)).toEqual(heading)
    expect(dialect).toMatchObject({ header: true, lineTerminators: ["\r\n"], delimiter: ",", doubleQuote: true })
    expect(tableSchema.columns.at(-2)).toMatchObject({ name: "count", datatype: "nonNegativeInteger" })
    expect(tableSchema.columns.at(-1)).toMatchObject({ name: "percent", datatype: { base: "nonNegativeInteger" } })
    expect(notes.map((note) => note["dc:description"])).toEqual(notesOf(table).map(({ words }) => words))
    expect(tableSchema.primaryKey).toEqual(tableSchema.columns.slice(0, -2).map(({ name }) => name))
  })

  test("reads [c] as nothing where something is withheld, and says so of no other column", async () => {
    const nulls = (table: Released) => described(table).tableSchema.columns.map((column) => column.null)
    expect(nulls(await released(byAge))).toEqual([undefined, undefined, "[c]", "[c]"])
    const cells = byAge.cells.map((cell) => ({ ...cell, count: cell.count + 50, published: true }))
    expect(nulls(await released({ ...byAge, cells }))).toEqual([undefined, undefined, undefined, undefined])
  })

  test("names each column once, by what a URI template takes, whatever the dimensions are called", async () => {
    const names = ["Count", "Ägé band", "age-band", "…", "age_band 2"]
    const dimensions = names.map((name) => ({ name, categories: ["a"] }))
    const { columns } = described(
      await released(tableOf("T", dimensions, () => ({ count: 10, published: true }))),
    ).tableSchema
    const found = columns.map(({ name }) => name)
    expect(found.filter((name) => !/^[a-z0-9][a-z0-9_]*$/.test(name))).toEqual([])
    expect(new Set(found).size).toBe(6)
    expect(found.at(-1)).toBe("count")
  })
})

describe("XLSX", () => {
  test("is a zip with the sheets Notes and Table, which hold what the CSV and the page say", async () => {
    const table = await released(byAge)
    const zip = await releasedXlsx(table)
    expect(zip.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004")
    const parts = await partsOf(zip)
    const named = [...(parts["xl/workbook.xml"] ?? "").matchAll(/<sheet [^>]*name="([^"]+)"/g)]
    expect(named.map(([, name]) => name)).toEqual(["Notes", "Table"])
    const strings = [...(parts["xl/sharedStrings.xml"] ?? "").matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
      ([, text = ""]) => text,
    )
    const cells = [...(parts["xl/worksheets/sheet2.xml"] ?? "").matchAll(/<c ([^>]*)><v>([^<]*)<\/v>/g)]
    const values = cells.map(([, kind = "", value = ""]) =>
      kind.includes('t="s"') ? (strings[Number(value)] ?? "") : value,
    )
    expect(values).toEqual(recordsOf(table).flat())
    for (const { words } of notesOf(table))
      expect(strings.map((each) => each.replaceAll("&apos;", "'").replaceAll("&#39;", "'"))).toContain(words)
  })

  test("is the same bytes whenever it is made", async () => {
    const table = await released(byAge)
    vi.setSystemTime("2021-06-01T12:00:00Z")
    const first = await releasedXlsx(table)
    vi.setSystemTime("2024-02-29T23:59:00Z")
    expect((await releasedXlsx(table)).equals(first)).toBe(true)
    vi.useRealTimers()
  })
})
