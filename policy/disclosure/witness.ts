/** How another set of records that publishes the same numbers is written down: so many records moved from one leaf to another. */

/** A leaf is named by its category's index in each dimension, in the order of the table's dimensions. */
export interface Edit {
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly count: number
}

/** `cell` is the cell's id; `becomes`, its count once every edit is made. */
export interface Witness {
  readonly cell: string
  readonly becomes: number
  readonly edits: readonly Edit[]
}
