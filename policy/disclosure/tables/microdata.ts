/** Stores records by column: each column has its sorted categories and, for every record, the code of its category. */

export interface Column {
  readonly name: string
  /** Sorted, so that the order of records does not change the column. */
  readonly categories: readonly string[]
  readonly codes: Int32Array
}

export interface Microdata {
  readonly rows: number
  readonly columns: readonly Column[]
}

export interface ColumnWriter {
  readonly add: (value: string) => void
  readonly column: () => Column
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const columnWriter = (name: string): ColumnWriter => {
  const codeOf = new Map<string, number>()
  let codes = new Int32Array(1024)
  let rows = 0
  return {
    add: (value) => {
      let code = codeOf.get(value)
      if (code === undefined) {
        code = codeOf.size
        codeOf.set(value, code)
      }
      if (rows === codes.length) {
        const longer = new Int32Array(codes.length * 2)
        longer.set(codes)
        codes = longer
      }
      codes[rows++] = code
    },
    column: () => {
      const values = [...codeOf.keys()]
      const categories = values.toSorted(inOrder)
      const place = new Map(categories.map((category, at) => [category, at]))
      const sorted = Int32Array.from(values, (category) => place.get(category) ?? 0)
      return { name, categories, codes: codes.subarray(0, rows).map((code) => sorted[code] ?? 0) }
    },
  }
}

export const columnOf = (name: string, values: Iterable<string>): Column => {
  const writer = columnWriter(name)
  for (const value of values) writer.add(value)
  return writer.column()
}
