/** Reads the named columns of a CSV file into microdata, and names the fault of a file that it cannot read. */
import { Effect } from "effect"
import { readCsv } from "./csv-records.ts"
import { type ColumnWriter, columnWriter, type Microdata } from "./microdata.ts"
import { TableRefused } from "./refused.ts"

/** In the place of the position of a column. */
const missing = -1
const twice = -2

export const readMicrodata = Effect.fnUntraced(function* (text: string, wanted: readonly string[]) {
  let heading: readonly string[] | undefined
  let places: readonly number[] = []
  const writers: readonly ColumnWriter[] = wanted.map(columnWriter)
  let rows = 0
  const fault = readCsv(text, (fields) => {
    if (heading === undefined) {
      heading = fields
      places = wanted.map((name) => (fields.indexOf(name) === fields.lastIndexOf(name) ? fields.indexOf(name) : twice))
      return
    }
    rows++
    for (let each = 0; each < writers.length; each++) writers[each]?.add(fields[places[each] ?? 0] ?? "")
  })
  const without = (place: number) => wanted.find((_, at) => (places[at] ?? missing) === place)
  if (fault !== undefined) return yield* new TableRefused({ reason: `Line ${fault.line}: ${fault.because}.` })
  if (without(missing) !== undefined)
    return yield* new TableRefused({ reason: `There is no column ${without(missing)}.` })
  if (without(twice) !== undefined)
    return yield* new TableRefused({ reason: `Two columns are named ${without(twice)}: rename one.` })
  if (rows === 0) return yield* new TableRefused({ reason: "There is no record to tabulate." })
  return { rows, columns: writers.map((writer) => writer.column()) } satisfies Microdata
})

const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** One line, without its end. */
export const csvRow = (fields: readonly string[]): string => fields.map(csvField).join(",")
