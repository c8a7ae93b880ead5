/** What somebody has published, as its attacker sees it: counts, some of them withheld, and which add up to which. */

/** The `value` of a cell is `null` where nobody here knows it: then it is protected as if it were small. */
export interface PublishedCell {
  readonly value: number | null
  readonly published: boolean
  /** What the attacker knows it to hold at the least, where it is not what is known of every withheld count. */
  readonly least?: number
  /** Stands for the records in it, where that is known: the same, the same records. */
  readonly records?: bigint
}

/** What the attacker takes for granted of a withheld count. Where zeros are published, it is at least 1. */
export interface Attacker {
  readonly lowerBound: number
  readonly integer: boolean
}

/** A relation's first cell is the total, and the rest are what adds up to it. */
export type Relation = readonly [total: string, ...children: string[]]

export interface Publication {
  readonly threshold: number | null
  readonly attacker: Attacker
  readonly cells: ReadonlyMap<string, PublishedCell>
  readonly relations: readonly Relation[]
}
