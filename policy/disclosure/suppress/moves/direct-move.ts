/** The cheapest way to take records from any one leaf to another, when nothing nearer will do: every total on the way changes. */
import { leavesOf } from "../../tables/lattice.ts"
import { forbidden, type SearchState } from "../state/search-state.ts"
import type { Swap, SwapTarget } from "./swap.ts"

/** Finds a swap that costs less than `limit`. */
export type FindDirectMove = (start: number, wish: SwapTarget, limit: number) => Swap | undefined

export const directMoveFinder = ({ lattice, counts, price, delta, totals }: SearchState): FindDirectMove => {
  const leaves = leavesOf(lattice, lattice.size - 1)
  const isOwn = new Uint8Array(lattice.size)
  return (start, { cell, direction, by }, limit) => {
    const own = totals(start)
    const change = by * direction
    const possible = (each: number, more: number): number => {
      if ((counts[each] as number) + (delta[each] as number) + more < 1) return forbidden
      return each === cell && more * direction < 0 ? forbidden : (price[each] as number)
    }
    for (const each of own) isOwn[each] = 1
    let cheapest = limit
    let found: number | undefined
    for (const other of leaves) {
      if ((price[other] as number) >= forbidden) continue
      const others = totals(other)
      let cost = 0
      for (let at = 0; at < others.length && cost < cheapest; at++)
        if (isOwn[others[at] as number] === 0) cost += possible(others[at] as number, -change)
      // A total of both does not change, and none need be paid for.
      for (let at = 0; at < own.length && cost < cheapest; at++)
        if (!others.includes(own[at] as number)) cost += possible(own[at] as number, change)
      if (cost >= cheapest || others.includes(cell)) continue
      cheapest = cost
      found = other
    }
    for (const each of own) isOwn[each] = 0
    return found === undefined ? undefined : { leaves: [start, found], signs: [1, -1], cost: cheapest }
  }
}
