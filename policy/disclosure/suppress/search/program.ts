/** Asks for a move as whole numbers between bounds: which leaves change by how much, and which published cells it costs. */

import { type Move, singletonIn } from "../moves/move.ts"
import type { SearchState } from "../state/search-state.ts"
import type { Program, Row } from "./solver.ts"

export interface MoveTarget {
  readonly cell: number
  readonly direction: 1 | -1
  readonly need: number
  /** Whether the child alone in this leaf must be counted where it is. */
  readonly stays: (leaf: number) => boolean
}

export interface Allowance {
  /** Leaves that may change; none of them is empty. */
  readonly leaves: readonly number[]
  /** What it costs to suppress a published cell; undefined where it must stay published. */
  readonly priceOf: (cell: number) => number | undefined
  /** No leaf changes by more. */
  readonly most: number
}

/** The columns of the leaves under each cell. */
const columnsByCell = ({ totals }: SearchState, leaves: readonly number[]): ReadonlyMap<number, readonly number[]> => {
  const under = new Map<number, number[]>()
  leaves.forEach((leaf, column) => {
    for (const cell of totals(leaf)) {
      const columns = under.get(cell)
      if (columns === undefined) under.set(cell, [column])
      else columns.push(column)
    }
  })
  return under
}

export const programFor = (
  ground: SearchState,
  { cell, direction, need, stays }: MoveTarget,
  room: Allowance,
): Program => {
  const { counts, suppressed, lone } = ground
  const cost: number[] = room.leaves.map(() => 0)
  const lower = room.leaves.map(() => -room.most)
  const upper = room.leaves.map(() => room.most)
  const rows: Row[] = []
  /** To one record; a zero that is hidden stays, or grows. */
  const least = (each: number): number => Math.min(0, 1 - (counts[each] as number))
  const greatest = room.most * room.leaves.length
  for (const [each, columns] of columnsByCell(ground, room.leaves)) {
    const factors = columns.map(() => 1)
    const between = (from: number, to: number) => rows.push({ columns, factors, lower: from, upper: to })
    const price = suppressed[each] === 1 ? 0 : room.priceOf(each)
    const alone = lone[each] as number
    if (price === undefined || (alone !== -1 && stays(alone))) between(0, 0)
    else if (each === cell) between(direction === 1 ? need : least(each), direction === 1 ? greatest : -need)
    else if (price === 0) between(least(each), greatest)
    else {
      const paid = cost.push(price) - 1
      lower.push(0)
      upper.push(1)
      const more = Math.min(greatest, columns.length * room.most)
      const less = Math.min(more, -least(each))
      rows.push({ columns: [...columns, paid], factors: [...factors, -more], lower: -Infinity, upper: 0 })
      rows.push({ columns: [...columns, paid], factors: [...factors, less], lower: 0, upper: Infinity })
    }
  }
  return { cost, lower, upper, rows }
}

/** The move that the numbers stand for, if it does what was sought in whole numbers; published cells may change in it. */
export const moveFrom = (
  ground: SearchState,
  { cell, direction, need, stays }: MoveTarget,
  { leaves, priceOf }: Allowance,
  numbers: Float64Array,
): Move | undefined => {
  const { counts, suppressed, lone, totals } = ground
  const by = new Map<number, number>()
  leaves.forEach((leaf, column) => {
    for (const each of totals(leaf)) by.set(each, (by.get(each) ?? 0) + (numbers[column] ?? 0))
  })
  const touched = Int32Array.from([...by].flatMap(([each, more]) => (more === 0 ? [] : [each]))).sort()
  const change = touched.map((each) => by.get(each) ?? 0)
  const isPossible = touched.every((each, at) => {
    const alone = lone[each] as number
    return (
      (suppressed[each] === 1 || priceOf(each) !== undefined) &&
      (counts[each] as number) + (change[at] as number) >= 1 &&
      (alone === -1 || !stays(alone))
    )
  })
  const reached = (by.get(cell) ?? 0) * direction
  return isPossible && reached >= need ? { touched, change, single: singletonIn(ground, touched) } : undefined
}
