/** Describes a publication as an attacker sees it: counts, some of them withheld, and the sums among them. */

/** A `value` of `null` is unknown even to the auditor, and is protected as if it were small. */
export interface PublishedCell {
  readonly value: number | null
  readonly published: boolean
  /** The least count that the attacker can assume, if it differs from that of other withheld cells. */
  readonly least?: number
  /** The key of the records in the cell, if known: the same key means the same records. */
  readonly records?: bigint
}

/** What the attacker knows about every withheld count: its lower bound (1 if zeros are always published), and that it is whole. */
export interface Attacker {
  readonly lowerBound: number
  readonly integer: boolean
}

/** The first cell is the sum of the others. */
export type Relation = readonly [total: string, ...children: string[]]

export interface Publication {
  readonly threshold: number | null
  readonly attacker: Attacker
  readonly cells: ReadonlyMap<string, PublishedCell>
  readonly relations: readonly Relation[]
}
