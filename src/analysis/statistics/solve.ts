/** Solves linear equations by Gauss elimination with pivots. */

/** `undefined` for a singular matrix. `right` has one row for each row of `left`, and any number of columns. */
export const solve = (
  left: readonly (readonly number[])[],
  right: readonly (readonly number[])[],
): readonly (readonly number[])[] | undefined => {
  const size = left.length
  const rows = left.map((row, at) => [...row, ...(right[at] ?? [])])
  const scale = Math.max(...left.flat().map(Math.abs))
  for (let column = 0; column < size; column++) {
    const pivot = rows.reduce(
      (best, row, at) => (at >= column && Math.abs(row[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? at : best),
      column,
    )
    const [from, to] = [rows[pivot], rows[column]]
    if (from === undefined || to === undefined || !(Math.abs(from[column] ?? 0) > scale * 1e-13)) return undefined
    rows[column] = from
    rows[pivot] = to
    for (const row of rows) {
      if (row === from) continue
      const factor = (row[column] ?? 0) / (from[column] ?? 1)
      if (factor !== 0) for (let at = column; at < row.length; at++) row[at] = (row[at] ?? 0) - factor * (from[at] ?? 0)
    }
  }
  return rows.map((row, at) => row.slice(size).map((value) => value / (row[at] ?? 1)))
}
