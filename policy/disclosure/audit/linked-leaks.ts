/** Finds withheld cells of linked tables that another table reveals, by comparing the keys of the records in every cell. */

import type { CellKey, LinkedTable, QualifiedCell, QualifiedId } from "./linked-table.ts"
import { matchSameCells } from "./same-cells.ts"

export const keyOfRecords = (recordKeys: Iterable<bigint>): CellKey => {
  let sum = 0n
  for (const key of recordKeys) sum += key
  return BigInt.asUintN(64, sum)
}

export type LinkedLeak =
  | { readonly kind: "published elsewhere"; readonly withheld: QualifiedId; readonly published: QualifiedId }
  | { readonly kind: "disagree"; readonly one: QualifiedId; readonly other: QualifiedId }
  | { readonly kind: "difference"; readonly whole: QualifiedId; readonly part: QualifiedId; readonly count: number }

export const qualifyCells = (tables: readonly LinkedTable[]): readonly QualifiedCell[] =>
  tables.flatMap(({ id: table, cells }) => cells.map((cell) => ({ ...cell, qualifiedId: `${table}: ${cell.id}` })))

const findDisagreements = (cells: readonly QualifiedCell[]): readonly LinkedLeak[] => {
  const firstWith = new Map<CellKey, QualifiedCell>()
  return cells
    .filter(({ count }) => count > 0)
    .flatMap((cell): readonly LinkedLeak[] => {
      const other = firstWith.get(cell.key) ?? cell
      firstWith.set(cell.key, other)
      return other.count === cell.count ? [] : [{ kind: "disagree", one: other.qualifiedId, other: cell.qualifiedId }]
    })
}

/** Finds cells that one table withholds and another publishes. */
const findShownElsewhere = (tables: readonly LinkedTable[], cells: readonly QualifiedCell[]): readonly LinkedLeak[] => {
  const leaks: LinkedLeak[] = []
  const nameOf = matchSameCells(tables)
  const firstNamed = new Map<QualifiedId | undefined, QualifiedCell>()
  for (const cell of cells) {
    const name = nameOf.get(cell.qualifiedId)
    const other = firstNamed.get(name)
    if (other === undefined) firstNamed.set(name, cell)
    else if (other.published !== cell.published) {
      const [published, withheld] = cell.published ? [cell, other] : [other, cell]
      leaks.push({
        kind: "published elsewhere",
        withheld: withheld.qualifiedId,
        published: published.qualifiedId,
      })
      firstNamed.set(name, published)
    }
  }
  return leaks
}

/** Compares a table with the table that it filters, cell by cell: the filter must not leave out only a few records. */
const findFilterDifferences = (tables: readonly LinkedTable[], threshold: number): readonly LinkedLeak[] =>
  tables.flatMap((part) => {
    const whole = tables.find(({ id }) => id === part.partOf)
    const wholeCells = new Map(whole?.cells.map((cell) => [cell.id, cell]))
    return part.cells.flatMap((cell): readonly LinkedLeak[] => {
      const wholeCell = wholeCells.get(cell.id)
      if (!whole || !wholeCell?.published || !cell.published) return []
      const difference = wholeCell.count - cell.count
      if (difference === 0 || difference >= threshold) return []
      const [one, other] = [`${whole.id}: ${cell.id}`, `${part.id}: ${cell.id}`]
      if (difference < 0) return [{ kind: "disagree", one, other }]
      return [{ kind: "difference", whole: one, part: other, count: difference }]
    })
  })

/** The low bits of a key: an array of flags by these bits rules out most pairs without a lookup. */
const lowBits = (key: CellKey): number => Number(BigInt.asUintN(22, key))

const flags = 2 ** 22

/** Finds two published cells that differ by a known set of fewer records than the threshold. */
const findSmallDifferences = (
  cells: readonly QualifiedCell[],
  smallSetKeys: readonly CellKey[],
  threshold: number,
): readonly LinkedLeak[] => {
  const published = [...new Map(cells.filter((cell) => cell.published).map((cell) => [cell.key, cell])).values()]
  const byCount = published.toSorted((a, b) => a.count - b.count)
  const small = new Set([
    ...smallSetKeys,
    ...cells.filter(({ count }) => count > 0 && count < threshold).map(({ key }) => key),
  ])
  const isLikely = new Uint8Array(flags)
  for (const key of small) isLikely[lowBits(key)] = 1
  const bits = Int32Array.from(byCount, ({ key }) => lowBits(key))
  const leaks: LinkedLeak[] = []
  let from = 0
  for (const [at, whole] of byCount.entries()) {
    while (whole.count - (byCount[from]?.count ?? 0) >= threshold) from += 1
    for (let each = from; each < at; each++) {
      if (isLikely[((bits[at] ?? 0) - (bits[each] ?? 0)) & (flags - 1)] === 0) continue
      const part = byCount[each]
      if (part && part.count > 0 && part.count < whole.count && small.has(BigInt.asUintN(64, whole.key - part.key)))
        leaks.push({
          kind: "difference",
          whole: whole.qualifiedId,
          part: part.qualifiedId,
          count: whole.count - part.count,
        })
    }
  }
  return leaks
}

/** `smallSetKeys` are the keys of small sets of records that no table has as a cell: single records, or small leaves. */
export const findLinkedLeaks = (
  tables: readonly LinkedTable[],
  { threshold, smallSetKeys = [] }: { readonly threshold: number; readonly smallSetKeys?: readonly CellKey[] },
): readonly LinkedLeak[] => {
  const cells = qualifyCells(tables)
  return [
    ...findDisagreements(cells),
    ...findShownElsewhere(tables, cells),
    ...findFilterDifferences(tables, threshold),
    ...findSmallDifferences(cells, smallSetKeys, threshold),
  ]
}
