/** Matches the cells of linked tables that have the same records, by name where a table has several such cells. */
import type { CellKey, LinkedTable, QualifiedCell } from "./linked-table.ts"

/** The cells of each table with one set of records. One table has several where, for example, a row has one filled category. */
type SameRecords = ReadonlyMap<LinkedTable, readonly QualifiedCell[]>

const withoutNamesake = (cells: readonly QualifiedCell[], other: readonly QualifiedCell[]): readonly QualifiedCell[] =>
  cells.filter(({ id }) => !other.some((each) => each.id === id))

/** Returns the pairs that match. A cell without a namesake in the other table matches every cell there without one. */
const pairSameCells = (tables: SameRecords): ReadonlyArray<readonly [QualifiedCell, QualifiedCell]> => {
  const all = [...tables.values()]
  if (all.every((cells) => cells.length === 1)) {
    const [first, ...rest] = all.flat()
    return first === undefined ? [] : rest.map((each) => [first, each] as const)
  }
  return all.flatMap((cells, at) =>
    all.slice(at + 1).flatMap((others) => {
      const named = cells.flatMap((cell) =>
        others.filter(({ id }) => id === cell.id).map((each) => [cell, each] as const),
      )
      const [left, right] = [withoutNamesake(cells, others), withoutNamesake(others, cells)]
      return [...named, ...left.flatMap((cell) => right.map((each) => [cell, each] as const))]
    }),
  )
}

/** Never matches two cells of one table: the attacker does not know that a row has only one filled category. */
export const matchSameCells = (
  tables: readonly LinkedTable[],
): ReadonlyMap<QualifiedCell["qualifiedId"], QualifiedCell["qualifiedId"]> => {
  const nameOf = new Map<string, string>()
  const find = (qualifiedId: string): string => {
    let at = qualifiedId
    for (let up = nameOf.get(at) ?? at; up !== at; up = nameOf.get(at) ?? at) at = up
    return at
  }
  const groups = new Map<CellKey | string, Map<LinkedTable, QualifiedCell[]>>()
  const order = new Map<string, number>()
  for (const table of tables)
    for (const cell of table.cells) {
      const qualifiedId = `${table.id}: ${cell.id}`
      order.set(qualifiedId, order.size)
      nameOf.set(qualifiedId, qualifiedId)
      // All empty cells have the same key, so they are matched by name.
      const identity = cell.count > 0 ? cell.key : cell.id
      const group = groups.get(identity) ?? new Map<LinkedTable, QualifiedCell[]>()
      groups.set(identity, group)
      const cellsOfTable = group.get(table)
      if (cellsOfTable === undefined) group.set(table, [{ ...cell, qualifiedId: qualifiedId }])
      else cellsOfTable.push({ ...cell, qualifiedId: qualifiedId })
    }
  for (const group of groups.values())
    if (group.size > 1)
      for (const [one, other] of pairSameCells(group)) {
        const [a, b] = [find(one.qualifiedId), find(other.qualifiedId)]
        if ((order.get(a) ?? 0) < (order.get(b) ?? 0)) nameOf.set(b, a)
        else nameOf.set(a, b)
      }
  return new Map([...nameOf.keys()].map((qualifiedId) => [qualifiedId, find(qualifiedId)]))
}
