/** The cheapest swap between a leaf and one other in each dimension: the corners of a box change in turn. */

import { forbidden, type SearchState } from "../state/search-state.ts"
import { type Hypercube, nowhere, type Others } from "./hypercube.ts"
import type { Swap, SwapTarget } from "./swap.ts"

/** Finds a swap that costs less than `limit`. */
export type FindHypercubeMove = (box: Hypercube, wish: SwapTarget, limit: number) => Swap | undefined

export const hypercubeMoveFinder = ({ lattice, counts, price, delta }: SearchState): FindHypercubeMove => {
  const { dimensions, stride } = lattice
  const ways = dimensions.length
  const deepest = dimensions.map(({ chain }) => Math.max(...chain.map(({ length }) => length)))
  const room = deepest.reduce((size, depth) => size * 2 * depth, 1)
  const offsets = dimensions.map(() => new Int32Array(room))
  const signs = dimensions.map(() => new Int8Array(room))
  const chosen = new Int32Array(ways)
  const best = new Int32Array(ways)
  let box: Hypercube
  let cheapest = 0
  let cell = 0
  let upward = 1
  let by = 0

  const costOf = (each: number, change: number): number => {
    if (change < 0 && (counts[each] as number) + (delta[each] as number) + change < 1) return forbidden
    if (each === cell && change * upward < 0) return forbidden
    return price[each] as number
  }

  /** The cells chosen so far and, with the opposite sign, those of one other leaf. */
  const grow = (at: number, size: number, own: Int32Array, offset: Int32Array, from: number, to: number): number => {
    const [here, sign] = [offsets[at] as Int32Array, signs[at] as Int8Array]
    const [next, nextSign] = [offsets[at + 1] as Int32Array, signs[at + 1] as Int8Array]
    let grown = 0
    for (let each = 0; each < size; each++) {
      const base = here[each] as number
      for (let node = 0; node < own.length; node++) {
        next[grown] = base + (own[node] as number)
        nextSign[grown++] = sign[each] as number
      }
      for (let node = from; node < to; node++) {
        next[grown] = base + (offset[node] as number)
        nextSign[grown++] = -(sign[each] as number)
      }
    }
    return grown
  }

  /** Dimensions before `at` are chosen, `size` cells of them; each later one stays at the leaf itself. */
  const choose = (at: number, size: number, cost: number, balanced: boolean): void => {
    const { own, leaf, start, offset } = box.others[at] as Others
    const after = box.after[at] as Int32Array
    const [here, sign] = [offsets[at] as Int32Array, signs[at] as Int8Array]
    for (let other = 0; other < leaf.length; other++) {
      const from = start[other] as number
      const to = start[other + 1] as number
      let sum = cost
      for (let each = 0; each < size && sum < cheapest; each++) {
        const change = -by * (sign[each] as number)
        for (let node = from; node < to && sum < cheapest; node++) {
          const along = (here[each] as number) + (offset[node] as number)
          for (let end = 0; end < after.length && sum < cheapest; end++)
            sum += costOf(along + (after[end] as number), change)
        }
      }
      if (sum >= cheapest) continue
      chosen[at] = other
      const isBalanced = balanced || leaf[other] !== nowhere
      if (at + 1 < ways) choose(at + 1, grow(at, size, own, offset, from, to), sum, isBalanced)
      else if (isBalanced) {
        cheapest = sum
        best.set(chosen)
      }
    }
  }

  const swap = (): Swap => {
    let leaves = [0]
    let turns = [1]
    for (let at = 0; at < ways; at++) {
      const home = (box.start[at] ?? 0) * (stride[at] ?? 1)
      const other = (box.others[at] as Others).leaf[best[at] ?? 0] ?? nowhere
      const before = leaves
      leaves = before.map((leaf) => leaf + home)
      if (other === nowhere) continue
      leaves = [...leaves, ...before.map((leaf) => leaf + other)]
      turns = [...turns, ...turns.map((turn) => -turn)]
    }
    return { leaves, signs: turns, cost: cheapest }
  }

  return (about, wish, limit) => {
    box = about
    cell = wish.cell
    upward = wish.direction
    by = wish.by * upward
    cheapest = limit
    let cost = 0
    for (let each = 0; each < box.own.length && cost < limit; each++) cost += costOf(box.own[each] as number, by)
    if (cost >= limit) return undefined
    ;(offsets[0] as Int32Array)[0] = 0
    ;(signs[0] as Int8Array)[0] = 1
    choose(0, 1, cost, false)
    return cheapest < limit ? swap() : undefined
  }
}
