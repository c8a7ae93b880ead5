/** Records held by column: each a list of categories in order and, for every record, which of them it is in. */

export interface Column {
  readonly name: string
  /** Sorted, so that the same records in another order are the same column. */
  readonly categories: readonly string[]
  readonly codes: Int32Array
}

export interface Microdata {
  readonly rows: number
  readonly columns: readonly Column[]
}

/** Takes values one at a time as they are read. */
export interface ColumnWriter {
  readonly add: (value: string) => void
  readonly column: () => Column
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const columnWriter = (name: string): ColumnWriter => {
  const seen = new Map<string, number>()
  let codes = new Int32Array(1024)
  let rows = 0
  return {
    add: (value) => {
      let code = seen.get(value)
      if (code === undefined) {
        code = seen.size
        seen.set(value, code)
      }
      if (rows === codes.length) {
        const longer = new Int32Array(codes.length * 2)
        longer.set(codes)
        codes = longer
      }
      codes[rows++] = code
    },
    column: () => {
      const found = [...seen.keys()]
      const categories = found.toSorted(inOrder)
      const place = new Map(categories.map((category, at) => [category, at]))
      const sorted = Int32Array.from(found, (category) => place.get(category) ?? 0)
      return { name, categories, codes: codes.subarray(0, rows).map((code) => sorted[code] ?? 0) }
    },
  }
}

export const columnOf = (name: string, values: Iterable<string>): Column => {
  const writer = columnWriter(name)
  for (const value of values) writer.add(value)
  return writer.column()
}
