/** Stores the equations by column: the rows and coefficients of each cell. */
import type { Equations } from "./system.ts"

/** The entries of column `c` run from `starts[c]` to `starts[c + 1]`. */
export interface Columns {
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly coefficients: Float64Array
}

export const columnsOf = ({ columns, starts, indices, coefficients }: Equations): Columns => {
  const ends = new Int32Array(columns + 1)
  for (const column of indices) ends[column + 1] = (ends[column + 1] ?? 0) + 1
  for (let column = 0; column < columns; column++) ends[column + 1] = (ends[column + 1] ?? 0) + (ends[column] ?? 0)
  const next = ends.slice()
  const entries = { starts: ends, rows: new Int32Array(indices.length), coefficients: new Float64Array(indices.length) }
  for (let row = 0; row + 1 < starts.length; row++)
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) {
      const place = next[indices[k] ?? 0] ?? 0
      next[indices[k] ?? 0] = place + 1
      entries.rows[place] = row
      entries.coefficients[place] = coefficients[k] ?? 0
    }
  return entries
}
