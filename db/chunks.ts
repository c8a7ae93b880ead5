/** Splits rows into chunks that fit in one statement: SQLite accepts 32,766 variables. */
export const chunksOf = <A>(rows: readonly A[], size: number): A[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size))
