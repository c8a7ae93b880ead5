/** Makes one publication of many tables over the same records: what is the same in several is one cell, and known if known anywhere. */
import { type LedgerTable, placed } from "./ledger.ts"
import type { Attacker, Publication, PublishedCell, Relation } from "./publication.ts"
import { sameCells } from "./same-cells.ts"

/** `relations` by the ids that the table itself has for its cells. */
export interface LinkedTable extends LedgerTable {
  readonly relations: readonly Relation[]
}

interface Terms {
  readonly threshold: number | null
  readonly attacker: Attacker
  /** What a withheld cell of a table holds at the least, for all that the attacker knows of that table. */
  readonly leastIn?: (table: LinkedTable) => number
  /** What cells of one table add up to in another, by their places. */
  readonly sums?: readonly Relation[]
}

export const linked = (
  tables: readonly LinkedTable[],
  { threshold, attacker, leastIn = () => attacker.lowerBound, sums = [] }: Terms,
): Publication => {
  const cells = new Map<string, PublishedCell>()
  const nameOf = sameCells(tables)
  const named = (place: string): string => nameOf.get(place) ?? place
  for (const table of tables) {
    const lowest = leastIn(table)
    for (const { place, count, published, key: records } of placed([table])) {
      const before = cells.get(named(place))
      const least = Math.max(before?.least ?? lowest, lowest)
      cells.set(named(place), { value: count, published: published || before?.published === true, least, records })
    }
  }
  const own = tables.flatMap(({ id, relations }) =>
    relations.map(([total, ...children]): Relation => [`${id}: ${total}`, ...children.map((each) => `${id}: ${each}`)]),
  )
  const relations = [...own, ...sums].map(([total, ...children]): Relation => [named(total), ...children.map(named)])
  return {
    threshold,
    attacker,
    cells,
    relations: relations.filter(([total, ...children]) => !children.includes(total)),
  }
}
