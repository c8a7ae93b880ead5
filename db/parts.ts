/** Rows in parts small enough for one statement: SQLite takes 32,766 variables. */
export const parts = <A>(rows: readonly A[], rowsAStatement: number): A[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsAStatement) }, (_, index) =>
    rows.slice(index * rowsAStatement, (index + 1) * rowsAStatement),
  )
