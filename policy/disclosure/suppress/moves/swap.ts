/** Records moved round: the leaves that change, each by one record or more of the same sign. */
export interface Swap {
  readonly leaves: readonly number[]
  /** 1 or -1, leaf by leaf. */
  readonly signs: readonly number[]
  readonly cost: number
}

export interface SwapTarget {
  readonly cell: number
  /** 1 to add records to the cell, -1 to take them. */
  readonly direction: 1 | -1
  /** How many records move. */
  readonly by: number
}
