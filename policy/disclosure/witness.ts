/** Describes other records that would publish the same numbers, as moves of records from one leaf to another. */

/** A leaf is given by the index of its category in each dimension, in the order of the table's dimensions. */
export interface Edit {
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly count: number
}

/** `cell` is the cell's id, and `becomes` its count after all edits. */
export interface Witness {
  readonly cell: string
  readonly becomes: number
  readonly edits: readonly Edit[]
}
