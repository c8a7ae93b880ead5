/** Says which cells of different tables are one: those of the same records, told apart by their names where a table has several of them. */
import type { CellKey, LedgerTable, Placed } from "./ledger.ts"

/** The cells of a table that are of the same records, such as a row and the only category that anybody of it is in. */
type Alike = ReadonlyMap<LedgerTable, readonly Placed[]>

const withoutName = (cells: readonly Placed[], other: readonly Placed[]): readonly Placed[] =>
  cells.filter(({ id }) => !other.some((each) => each.id === id))

/** Pairs that are one. What has no namesake in the other table may be anything there that has none either. */
const pairsOf = (tables: Alike): ReadonlyArray<readonly [Placed, Placed]> => {
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
      const [left, right] = [withoutName(cells, others), withoutName(others, cells)]
      return [...named, ...left.flatMap((cell) => right.map((each) => [cell, each] as const))]
    }),
  )
}

/** Within one table no two cells are one, whatever their records: that a row has only one category is not known of it. */
export const sameCells = (tables: readonly LedgerTable[]): ReadonlyMap<Placed["place"], Placed["place"]> => {
  const nameOf = new Map<string, string>()
  const find = (place: string): string => {
    let at = place
    for (let up = nameOf.get(at) ?? at; up !== at; up = nameOf.get(at) ?? at) at = up
    return at
  }
  const groups = new Map<CellKey | string, Map<LedgerTable, Placed[]>>()
  const order = new Map<string, number>()
  for (const table of tables)
    for (const cell of table.cells) {
      const place = `${table.id}: ${cell.id}`
      order.set(place, order.size)
      nameOf.set(place, place)
      // Nobody is in an empty cell, so that its key says nothing of which it is; its name does.
      const by = cell.count > 0 ? cell.key : cell.id
      const group = groups.get(by) ?? new Map<LedgerTable, Placed[]>()
      groups.set(by, group)
      const own = group.get(table)
      if (own === undefined) group.set(table, [{ ...cell, place }])
      else own.push({ ...cell, place })
    }
  for (const group of groups.values())
    if (group.size > 1)
      for (const [one, other] of pairsOf(group)) {
        const [a, b] = [find(one.place), find(other.place)]
        if ((order.get(a) ?? 0) < (order.get(b) ?? 0)) nameOf.set(b, a)
        else nameOf.set(a, b)
      }
  return new Map([...nameOf.keys()].map((place) => [place, find(place)]))
}
