/** Record moves that leave every published number as it is: what they change at the leaves, and every cell they touch. */
import type { Cycle } from "./cycle.ts"
import type { Ground } from "./ground.ts"

export interface Move {
  readonly cell: number
  /** What `cell` holds once the records have moved. */
  readonly becomes: number
  readonly leaves: Int32Array
  readonly by: Int32Array
  /** Every cell whose count changes, leaves and totals. */
  readonly touched: Int32Array
  /** By how much, cell by cell. */
  readonly change: Int32Array
}

/** Adds a cycle to the moves in hand, `by` records round it; false, and nothing added, where some count would not stay above 0. */
export const addCycle = (moves: Hand, { frame, places }: Cycle, by: number): boolean => {
  const { layer, rows, columns, rowStride, columnStride } = frame
  const added: number[] = []
  let sign = by
  for (let at = 0; at < places.length; at += 2, sign = -sign) {
    const row = places[at] as number
    const column = places[at + 1] as number
    if (row >= rows.leaves || column >= columns.leaves) continue
    const place = (rows.from + row) * rowStride + (columns.from + column) * columnStride
    for (let each = 0; each < layer.leafOffset.length; each++)
      added.push(place + (layer.leafOffset[each] as number), sign * (layer.leafSign[each] as number))
  }
  for (let at = 0; at < added.length; at += 2) moves.add(added[at] as number, added[at + 1] as number)
  if (moves.isPossible(added)) return true
  for (let at = 0; at < added.length; at += 2) moves.add(added[at] as number, -(added[at + 1] as number))
  return false
}

/** The moves in hand while a search goes on. */
export interface Hand {
  readonly add: (leaf: number, by: number) => void
  readonly isPossible: (added: readonly number[]) => boolean
  /** Cells changed that are still published. */
  readonly unpaid: () => number[]
  readonly move: (cell: number) => Move
  readonly drop: () => void
}

export const handOf = ({ counts, delta, price, suppressed, totals, lattice }: Ground): Hand => {
  const leaves = new Map<number, number>()
  let touched: number[] = []
  const seen = new Uint8Array(lattice.size)
  const isAllowed = (cell: number): boolean => {
    const change = delta[cell] as number
    return change === 0 || ((price[cell] as number) < 1 << 26 && (counts[cell] as number) + change >= 1)
  }
  return {
    add: (leaf, by) => {
      leaves.set(leaf, (leaves.get(leaf) ?? 0) + by)
      for (const cell of totals(leaf)) {
        if (seen[cell] === 0) {
          seen[cell] = 1
          touched.push(cell)
        }
        delta[cell] = (delta[cell] as number) + by
      }
    },
    isPossible: (added) => {
      for (let at = 0; at < added.length; at += 2)
        for (const cell of totals(added[at] as number)) if (!isAllowed(cell)) return false
      return true
    },
    unpaid: () => touched.filter((cell) => delta[cell] !== 0 && suppressed[cell] === 0),
    move: (cell) => {
      const changed = Int32Array.from(touched.filter((each) => delta[each] !== 0).sort((a, b) => a - b))
      const moved = [...leaves].filter(([, by]) => by !== 0).sort(([a], [b]) => a - b)
      return {
        cell,
        becomes: (counts[cell] as number) + (delta[cell] as number),
        leaves: Int32Array.from(moved, ([leaf]) => leaf),
        by: Int32Array.from(moved, ([, by]) => by),
        touched: changed,
        change: changed.map((each) => delta[each] as number),
      }
    },
    drop: () => {
      for (const cell of touched) {
        delta[cell] = 0
        seen[cell] = 0
      }
      touched = []
      leaves.clear()
    },
  }
}
