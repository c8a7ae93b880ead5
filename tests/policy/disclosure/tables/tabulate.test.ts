/** Shows that a table has every combination of categories, does not depend on the order of records, and is refused with a reason. */
import { Effect, Result } from "effect"
import { describe, expect, test } from "vitest"
import { readMicrodata } from "../../../../policy/disclosure/tables/csv.ts"
import { cellId } from "../../../../policy/disclosure/tables/lattice.ts"
import { parseLayout } from "../../../../policy/disclosure/tables/layout.ts"
import { tabulate } from "../../../../policy/disclosure/tables/tabulate.ts"

const tableOf = (text: string, dims: string) =>
  Effect.runSync(
    Effect.result(
      Effect.gen(function* () {
        const layout = yield* parseLayout(dims)
        return yield* tabulate(yield* readMicrodata(text, layout.flat()), layout)
      }),
    ),
  )

const countsOf = (text: string, dims: string): Readonly<Record<string, number>> => {
  const { lattice, counts } = Result.getOrThrow(tableOf(text, dims))
  return Object.fromEntries(Array.from(counts, (count, cell) => [cellId(lattice, cell), count]))
}

const reasonOf = (text: string, dims: string): string => {
  const result = tableOf(text, dims)
  return Result.isFailure(result) ? result.failure.message : "tabulated"
}

const records = ["a,north,x", "a,north,y", "b,north,x", "c,south,x", '"c",south,"y"', "c,south,x"]
const text = (rows: readonly string[]): string => `la,region,band\n${rows.join("\n")}\n`

describe("small-cells-suppressed: tables", { tags: ["small-cells-suppressed"] }, () => {
  test("have a cell for every combination of categories and levels", () => {
    const counts = countsOf(text(records), "la<region,band")
    expect(Object.keys(counts)).toHaveLength(6 * 3)
    expect(counts).toMatchObject({ "a|x": 1, "north|x": 2, "south|Total": 3, "Total|y": 2, "Total|Total": 6, "b|y": 0 })
  })

  test("count a blank record of a single column, and no blank line of several", () => {
    const counts = countsOf(`a,b\n1,x\n\n2,x\n\n`, "a,b")
    expect(counts).toMatchObject({ "Total|Total": 2 })
  })

  test("are the same from CSV of Windows, of an old Mac, with quotes, and with a byte order mark", () => {
    const counts = countsOf(text(records), "la<region,band")
    const quoted = records.map((row) =>
      row
        .replaceAll('"', "")
        .split(",")
        .map((field) => `"${field}"`)
        .join(","),
    )
    for (const other of [
      text(records).replaceAll("\n", "\r\n"),
      text(records).replaceAll("\n", "\r"),
      text(quoted),
      `\ufeff${text(quoted)}`,
    ])
      expect(countsOf(other, "la<region,band")).toEqual(counts)
    expect(countsOf('la\n"a, b"\n"a ""b"""\n', "la")).toMatchObject({ "a, b": 1, 'a "b"': 1 })
  })

  test("do not depend on the order of the records", () => {
    const other = text([...records].reverse())
    expect(Object.entries(countsOf(other, "la<region,band"))).toEqual(
      Object.entries(countsOf(text(records), "la<region,band")),
    )
  })

  test("treat a category and its only child of the same name as one", () => {
    const counts = countsOf("age,band\n17,17\n4,4-5\n5,4-5\n", "age<band")
    expect(Object.keys(counts).sort()).toEqual(["17", "4", "4-5", "5", "Total"])
  })

  test.each([
    ["la,age", text(records), "There is no column age."],
    ["la<region<la", text(records), "The column la is named twice"],
    ["region<la", text(records), "north of region is in two categories of la: give each category one parent."],
    ["la,,band", text(records), "Write dimensions as leaf<parent"],
    ["la,band", "la,region,band\n", "There is no record to tabulate."],
    ["la,band", "", "There is no column la."],
    ["la,band", text(["Total,north,x"]), "A category of la is named Total"],
    ["la,band", text([",north,x"]), "A category of la has no name"],
    ["la,band", text(["a|b,north,x"]), "A category of la has a | in its name"],
    ["la,band", text(["a,north"]), "Line 2: 2 fields where the first line has 3."],
    ["la,la", "la,la\na,b\n", "The column la is named twice"],
    ["la", "la,band,la\na,x,b\n", "Two columns are named la"],
    ["la", "la\na\n\nb\n", "A category of la has no name"],
    ["la", 'la,band\na,x\n"b,x\nc,x\n', "Line 3: a quote is opened in this record and never closed."],
    ["la", 'la,band\n"a,x\nb","x"\n', "a quote before it is not closed"],
    ["la", 'la,band\n"a,x\n"b",x\n', "Line 2: a quote closes in the middle of a field"],
    ["la", 'la,band\na"b,x\n', "Line 2: a quote is in the middle of a field"],
    ["la<region", text(["a,b,x", "b,a,x"]), "is at two levels of the hierarchy: rename one of the two categories."],
  ])("are refused with a reason: %s", (dims, csv, reason) => {
    expect(reasonOf(csv, dims)).toContain(reason)
  })
})
