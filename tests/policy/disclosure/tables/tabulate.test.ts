/** A table is the full cross of its levels, the same for the same records in any order, and refused by name when it cannot be. */
import { Effect, Result } from "effect"
import { describe, expect, test } from "vitest"
import { microdataFrom } from "../../../../policy/disclosure/tables/csv.ts"
import { cellId } from "../../../../policy/disclosure/tables/lattice.ts"
import { layoutFrom } from "../../../../policy/disclosure/tables/layout.ts"
import { tabulate } from "../../../../policy/disclosure/tables/tabulate.ts"

const tableOf = (text: string, dims: string) =>
  Effect.runSync(
    Effect.result(
      Effect.gen(function* () {
        const layout = yield* layoutFrom(dims)
        return yield* tabulate(yield* microdataFrom(text, layout.flat()), layout)
      }),
    ),
  )

const countsOf = (text: string, dims: string): Readonly<Record<string, number>> => {
  const { lattice, counts } = Result.getOrThrow(tableOf(text, dims))
  return Object.fromEntries(Array.from(counts, (count, cell) => [cellId(lattice, cell), count]))
}

const reasonOf = (text: string, dims: string): string => {
  const made = tableOf(text, dims)
  return Result.isFailure(made) ? made.failure.message : "made"
}

const records = ["a,north,x", "a,north,y", "b,north,x", "c,south,x", '"c",south,"y"', "c,south,x"]
const text = (rows: readonly string[]): string => `la,region,band\n${rows.join("\n")}\n`

describe("small-cells-suppressed: tables", { tags: ["small-cells-suppressed"] }, () => {
  test("every level is crossed with every level", () => {
    const counts = countsOf(text(records), "la<region,band")
    expect(Object.keys(counts)).toHaveLength(6 * 3)
    expect(counts).toMatchObject({ "a|x": 1, "north|x": 2, "south|Total": 3, "Total|y": 2, "Total|Total": 6, "b|y": 0 })
  })

  test("rows in another order are the same table, cell by cell", () => {
    const other = text([...records].reverse())
    expect(Object.entries(countsOf(other, "la<region,band"))).toEqual(
      Object.entries(countsOf(text(records), "la<region,band")),
    )
  })

  test("a category of the same name as its only child is the same category", () => {
    const counts = countsOf("age,band\n17,17\n4,4-5\n5,4-5\n", "age<band")
    expect(Object.keys(counts).sort()).toEqual(["17", "4", "4-5", "5", "Total"])
  })

  test.each([
    ["la,age", text(records), "There is no column age."],
    ["la<region<la", text(records), "The column la is named twice"],
    ["region<la", text(records), "north of region is in two categories of la: a category has one parent."],
    ["la,,band", text(records), "Write dimensions as leaf<parent"],
    ["la,band", "la,region,band\n", "There is no record to tabulate."],
    ["la,band", "", "There is no column la."],
    ["la,band", text(["Total,north,x"]), "A category of la is named Total"],
    ["la,band", text([",north,x"]), "A category of la has no name"],
    ["la,band", text(["a|b,north,x"]), "A category of la has a | in its name"],
    ["la,band", text(["a,north"]), "Record 1 has not as many fields"],
    ["la<region", text(["a,b,x", "b,a,x"]), "stands at two levels: a hierarchy has no loop."],
  ])("%s: refused by name", (dims, given, reason) => {
    expect(reasonOf(given, dims)).toContain(reason)
  })
})
