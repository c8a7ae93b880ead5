/** Writes counts by day and form as a table of bands, from which no count of 1 to 9 can be read or worked out. */
import { band } from "../../db/collection/band.ts"
import type { Count } from "../../db/collection/counts.ts"
import { bandStart } from "../../policy/banded.ts"
import { type FormId, formIds } from "../../policy/data/form-id.ts"
import { parameters } from "../../policy/parameters.ts"

const few = `fewer than ${parameters.threshold.value}`

const sumOf = (counts: readonly Count[], form: FormId, day: string): number =>
  counts.reduce((sum, each) => sum + (each.form === form && each.day === day ? each.responses : 0), 0)

/** A zero looks like any small count: with a total near it, a shown zero would give its neighbours away. */
const cellOf = (count: number): string => (bandStart(count) === 0 ? few : band(count))

/** The sum of the shown starts, and not a band of the true sum: it tells no more than the rows do. */
const totalOf = (counts: readonly number[]): string => {
  if (counts.length === 0) return "none"
  const atLeast = counts.reduce((sum, count) => sum + bandStart(count), 0)
  return atLeast === 0 ? `${few} each day` : `${atLeast.toLocaleString("en-GB")} or more`
}

export const countTable = (heading: string, counts: readonly Count[]): string => {
  const days = [...new Set(counts.map(({ day }) => day))].sort()
  const rows = [
    ["", ...formIds],
    ...days.map((day) => [day, ...formIds.map((form) => cellOf(sumOf(counts, form, day)))]),
    ["all days", ...formIds.map((form) => totalOf(days.map((day) => sumOf(counts, form, day))))],
  ]
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(width(column)))
      .join("  ")
      .trimEnd(),
  )
  return [heading, ...lines].join("\n")
}
