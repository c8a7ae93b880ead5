/** Two moves made into one that leaves a given cell alone, so that the cell can be published. */

import type { SearchState } from "../state/search-state.ts"
import { type Move, singletonIn } from "./move.ts"

/** `first` and `times` of `second`, as one, if every count stays above 0. */
const sum = (ground: SearchState, first: Move, second: Move, times: number, sign: 1 | -1): Move | undefined => {
  const { counts } = ground
  const touched: number[] = []
  const change: number[] = []
  let here = 0
  let there = 0
  while (here < first.touched.length || there < second.touched.length) {
    const one = here < first.touched.length ? (first.touched[here] as number) : Number.POSITIVE_INFINITY
    const two = there < second.touched.length ? (second.touched[there] as number) : Number.POSITIVE_INFINITY
    const cell = Math.min(one, two)
    let by = 0
    if (one === cell) by += first.change[here++] as number
    if (two === cell) by += times * (second.change[there++] as number)
    by *= sign
    if (by === 0) continue
    if ((counts[cell] as number) + by < 1) return undefined
    touched.push(cell)
    change.push(by)
  }
  const cells = Int32Array.from(touched)
  return { touched: cells, change: Int32Array.from(change), single: singletonIn(ground, cells) }
}

const changeAt = ({ touched, change }: Move, cell: number): number => change[touched.indexOf(cell)] ?? 0

/** Both ways round where both are possible. */
export const combineWithout = (ground: SearchState, cell: number, first: Move, second: Move): readonly Move[] => {
  const times = -changeAt(first, cell) / changeAt(second, cell)
  if (!Number.isSafeInteger(times)) return []
  return ([1, -1] as const).flatMap((sign) => sum(ground, first, second, times, sign) ?? [])
}
