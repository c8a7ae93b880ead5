/** Record moves that leave every published number as it is: every cell that they change, and by how much. */
import { forbidden, type SearchState } from "../state/search-state.ts"
import type { Swap } from "./swap.ts"

export interface Move {
  /** Every cell whose count changes, leaves and totals, in order. */
  readonly touched: Int32Array
  readonly change: Int32Array
  /** The leaf of the one child alone in its cell that is moved: `nobody`, or `several`. */
  readonly single: number
}

export const noSingleton = -1
export const severalSingletons = -2

export const singletonIn = ({ lone }: SearchState, touched: Int32Array): number => {
  let single = noSingleton
  for (const cell of touched) {
    const leaf = lone[cell] as number
    if (leaf === -1 || leaf === single) continue
    if (single !== noSingleton) return severalSingletons
    single = leaf
  }
  return single
}

/** The moves in hand while a search goes on. */
export interface MoveBuilder {
  /** Adds a swap, `by` records of it; false, and nothing added, where some count would not stay above 0. */
  readonly add: (swap: Swap, by: number) => boolean
  /** Cells changed that are still published. */
  readonly unpaid: () => number[]
  readonly move: () => Move
  readonly drop: () => void
}

export const moveBuilderOf = (ground: SearchState): MoveBuilder => {
  const { counts, delta, price, suppressed, totals, lattice } = ground
  const seen = new Uint8Array(lattice.size)
  let touched: number[] = []

  const shift = (leaf: number, by: number): void => {
    for (const cell of totals(leaf)) {
      if (seen[cell] === 0) {
        seen[cell] = 1
        touched.push(cell)
      }
      delta[cell] = (delta[cell] as number) + by
    }
  }

  const isAllowed = (cell: number): boolean => {
    const change = delta[cell] as number
    return change === 0 || ((price[cell] as number) < forbidden && (counts[cell] as number) + change >= 1)
  }

  return {
    add: ({ leaves, signs }, by) => {
      leaves.forEach((leaf, at) => {
        shift(leaf, by * (signs[at] as number))
      })
      if (leaves.every((leaf) => totals(leaf).every(isAllowed))) return true
      leaves.forEach((leaf, at) => {
        shift(leaf, -by * (signs[at] as number))
      })
      return false
    },
    unpaid: () => touched.filter((cell) => delta[cell] !== 0 && suppressed[cell] === 0),
    move: () => {
      const changed = Int32Array.from(touched.filter((cell) => delta[cell] !== 0)).sort()
      return {
        touched: changed,
        change: changed.map((cell) => delta[cell] as number),
        single: singletonIn(ground, changed),
      }
    },
    drop: () => {
      for (const cell of touched) {
        delta[cell] = 0
        seen[cell] = 0
      }
      touched = []
    },
  }
}
