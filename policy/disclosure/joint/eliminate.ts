/** Eliminates sparse equations modulo a prime: short ones and rare columns first, which keeps them sparse. */
import { inverseOf } from "./prime-field.ts"

/** `terms`: the factor of each column. A row says what its terms add up to. */
export interface SparseRow {
  readonly terms: Map<number, number>
  value: number
}

/** A row whose factor at `column` is 1; no later pivot row has that column. */
export interface Pivot extends SparseRow {
  readonly column: number
}

export interface Eliminated {
  readonly pivots: readonly Pivot[]
  /** Rows without a column to eliminate. */
  readonly rest: readonly SparseRow[]
}

/** Subtracts `factor` times one row from another; reports each column that it adds or removes. */
const subtract = (
  row: SparseRow,
  from: SparseRow,
  factor: number,
  prime: number,
  changed: (column: number, isNew: boolean) => void,
): void => {
  for (const [column, value] of row.terms) {
    const before = from.terms.get(column)
    const after = ((before ?? 0) + (prime - factor) * value) % prime
    if (after === 0) {
      from.terms.delete(column)
      if (before !== undefined) changed(column, false)
    } else {
      from.terms.set(column, after)
      if (before === undefined) changed(column, true)
    }
  }
  from.value = (from.value + (prime - factor) * row.value) % prime
}

const scaled = (row: SparseRow, column: number, prime: number): Pivot => {
  const factor = inverseOf(row.terms.get(column) ?? 1, prime)
  if (factor !== 1) for (const [each, value] of row.terms) row.terms.set(each, (value * factor) % prime)
  return { terms: row.terms, value: (row.value * factor) % prime, column }
}

/** `isWanted` chooses the columns that may be pivots. The rows are changed in place. */
export const eliminate = (
  rows: readonly SparseRow[],
  isWanted: (column: number) => boolean,
  prime: number,
): Eliminated => {
  const holders = new Map<number, Set<number>>()
  /** Rows by their length when they were put there; a row that changed since is in another place too. */
  const byLength: number[][] = []
  const isDone = new Uint8Array(rows.length)
  let least = 0
  const put = (at: number, length: number): void => {
    const bucket = byLength[length]
    if (bucket === undefined) byLength[length] = [at]
    else bucket.push(at)
    least = Math.min(least, length)
  }
  rows.forEach(({ terms }, at) => {
    put(at, terms.size)
    for (const column of terms.keys()) {
      const known = holders.get(column)
      if (known === undefined) holders.set(column, new Set([at]))
      else known.add(at)
    }
  })
  const shortest = (): number => {
    for (; least < byLength.length; least++)
      for (let at = byLength[least]?.pop(); at !== undefined; at = byLength[least]?.pop())
        if (isDone[at] === 0 && rows[at]?.terms.size === least) return at
    return -1
  }
  const pivots: Pivot[] = []
  const rest: SparseRow[] = []
  for (let at = shortest(); at >= 0; at = shortest()) {
    const row = rows[at] as SparseRow
    isDone[at] = 1
    let [rarest, fewest] = [-1, Number.POSITIVE_INFINITY]
    for (const column of row.terms.keys()) {
      const known = holders.get(column)
      known?.delete(at)
      if (known !== undefined && known.size < fewest && isWanted(column)) [rarest, fewest] = [column, known.size]
    }
    if (rarest < 0) {
      rest.push(row)
      continue
    }
    const pivot = scaled(row, rarest, prime)
    for (const other of [...(holders.get(rarest) ?? [])]) {
      const target = rows[other] as SparseRow
      subtract(pivot, target, target.terms.get(rarest) ?? 0, prime, (column, isNew) => {
        if (!isNew) {
          holders.get(column)?.delete(other)
          return
        }
        const known = holders.get(column)
        if (known === undefined) holders.set(column, new Set([other]))
        else known.add(other)
      })
      put(other, target.terms.size)
    }
    pivots.push(pivot)
  }
  return { pivots, rest }
}
