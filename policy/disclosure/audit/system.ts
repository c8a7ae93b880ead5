/** Turns a publication into equations over its withheld cells, with the published counts moved into the sums. */
import type { Publication } from "./publication.ts"

/** The entries of row `r` run from `starts[r]` to `starts[r + 1]`. Its sum is `sums[r]`. */
export interface Equations {
  readonly columns: number
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly coefficients: Float64Array
  readonly sums: Float64Array
}

/** The cell of a column is `ids[column]`; `least` is its own known minimum, if it has one. */
export interface System {
  readonly ids: readonly string[]
  readonly least: readonly (number | undefined)[]
  readonly equations: Equations
}

interface Row {
  readonly indices: readonly number[]
  readonly coefficients: readonly number[]
  readonly sum: number
}

export const equationsOf = (columns: number, rows: readonly Row[]): Equations => {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach(({ indices }, row) => {
    starts[row + 1] = (starts[row] ?? 0) + indices.length
  })
  return {
    columns,
    starts,
    indices: Int32Array.from(rows.flatMap(({ indices }) => indices)),
    coefficients: Float64Array.from(rows.flatMap(({ coefficients }) => coefficients)),
    sums: Float64Array.from(rows, ({ sum }) => sum),
  }
}

/** Expects a consistent publication. */
export const systemOf = ({ cells, relations }: Publication): System => {
  const ids: string[] = []
  const columnOf = new Map<string, number>()
  for (const [id, { published }] of cells) if (!published) columnOf.set(id, ids.push(id) - 1)
  const rows: Row[] = []
  for (const relation of relations) {
    const indices: number[] = []
    const coefficients: number[] = []
    let sum = 0
    relation.forEach((id, place) => {
      const column = columnOf.get(id)
      if (column === undefined) sum += (place === 0 ? 1 : -1) * (cells.get(id)?.value ?? 0)
      else {
        indices.push(column)
        coefficients.push(place === 0 ? -1 : 1)
      }
    })
    if (indices.length > 0) rows.push({ indices, coefficients, sum })
  }
  return { ids, least: ids.map((id) => cells.get(id)?.least), equations: equationsOf(ids.length, rows) }
}
