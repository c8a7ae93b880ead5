/** Joins linked tables into one publication: cells with the same records become one cell, published if any table publishes it. */

import { type LinkedTable, qualifyCells } from "./linked-table.ts"
import type { Attacker, Publication, PublishedCell, Relation } from "./publication.ts"
import { matchSameCells } from "./same-cells.ts"

/** `relations` use the table's own cell ids. */
export interface LinkedTableWithRelations extends LinkedTable {
  readonly relations: readonly Relation[]
}

interface Terms {
  readonly threshold: number | null
  readonly attacker: Attacker
  /** The least count of a withheld cell that the attacker can assume from one table. */
  readonly leastIn?: (table: LinkedTableWithRelations) => number
}

export const linkTables = (
  tables: readonly LinkedTableWithRelations[],
  { threshold, attacker, leastIn = () => attacker.lowerBound }: Terms,
): Publication => {
  const cells = new Map<string, PublishedCell>()
  const nameOf = matchSameCells(tables)
  const named = (place: string): string => nameOf.get(place) ?? place
  for (const table of tables) {
    const lowest = leastIn(table)
    for (const { qualifiedId: place, count, published, key: records } of qualifyCells([table])) {
      const before = cells.get(named(place))
      const least = Math.max(before?.least ?? lowest, lowest)
      cells.set(named(place), { value: count, published: published || before?.published === true, least, records })
    }
  }
  const own = tables.flatMap(({ id, relations }) =>
    relations.map(([total, ...children]): Relation => [`${id}: ${total}`, ...children.map((each) => `${id}: ${each}`)]),
  )
  const relations = own.map(([total, ...children]): Relation => [named(total), ...children.map(named)])
  return {
    threshold,
    attacker,
    cells,
    relations: relations.filter(([total, ...children]) => !children.includes(total)),
  }
}
