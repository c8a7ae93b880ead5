/** Makes one publication of many tables over the same records: cells of the same records are one cell, and known if known anywhere. */
import { type CellKey, type LedgerTable, placed } from "./ledger.ts"
import type { Attacker, Publication, PublishedCell, Relation } from "./publication.ts"

/** `relations` by the ids that the table itself has for its cells. */
export interface LinkedTable extends LedgerTable {
  readonly relations: readonly Relation[]
}

/** Empty cells have no key of their own, and stay apart. */
export const linked = (
  tables: readonly LinkedTable[],
  { threshold, attacker }: { readonly threshold: number | null; readonly attacker: Attacker },
): Publication => {
  const cells = new Map<string, PublishedCell>()
  const nameOf = new Map<string, string>()
  const nameOfKey = new Map<CellKey, string>()
  for (const { place, key, count, published } of placed(tables)) {
    const name = (count > 0 ? nameOfKey.get(key) : undefined) ?? place
    nameOfKey.set(key, name)
    nameOf.set(place, name)
    cells.set(name, { value: count, published: published || cells.get(name)?.published === true })
  }
  const relations = tables.flatMap((table) =>
    table.relations.map(([total, ...children]): Relation => {
      const named = (id: string): string => nameOf.get(`${table.id}: ${id}`) ?? `${table.id}: ${id}`
      return [named(total), ...children.map(named)]
    }),
  )
  return {
    threshold,
    attacker,
    cells,
    relations: relations.filter(([total, ...children]) => !children.includes(total)),
  }
}
