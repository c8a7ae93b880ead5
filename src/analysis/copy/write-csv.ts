/** Writes a working copy as CSV: a line for each child, codes as in the codebook. */
import { csvRow } from "../../../policy/disclosure/tables/csv.ts"
import { blockSize, type CopyContent, isCoded } from "./copy-column.ts"

export function* csvOf({ columns, rows }: CopyContent): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = `${csvRow(columns.map(({ entry }) => entry.name))}\r\n`
  for (let row = 0; row < rows; row++) {
    columns.forEach((column, at) => {
      if (at > 0) text += ","
      if (isCoded(column)) text += column.codes[row]
      else {
        const number = column.numbers[row] ?? Number.NaN
        if (!Number.isNaN(number)) text += number
      }
    })
    text += "\r\n"
    if (text.length < blockSize) continue
    yield encoder.encode(text)
    text = ""
  }
  yield encoder.encode(text)
}
