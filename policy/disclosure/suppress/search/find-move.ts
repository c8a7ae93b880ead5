/** Finds moves that bring one cell to a goal and change as few published cells as it can. */
import { isLeaf, leavesOf, nodeOf } from "../../tables/lattice.ts"
import type { Goal } from "../goals/goal.ts"
import { cycleFinder } from "../moves/cycle.ts"
import { directMoveFinder } from "../moves/direct-move.ts"
import { type Frame, framesOf } from "../moves/frame.ts"
import { type Hypercube, hypercubesOf } from "../moves/hypercube.ts"
import { hypercubeMoveFinder } from "../moves/hypercube-move.ts"
import { type Move, moveBuilderOf } from "../moves/move.ts"
import type { Swap, SwapTarget } from "../moves/swap.ts"
import { forbidden, type SearchState, unitPrice } from "../state/search-state.ts"

export interface Plan {
  readonly move: Move
  /** Published cells that the move changes. */
  readonly pays: readonly number[]
}

export interface Effort {
  /** How many further published cells may be suppressed for it. */
  readonly pay: number
  /** How far up the hierarchies free moves are looked for, and paid ones. */
  readonly freeWidth: number
  readonly width: number
  /** Whether longer rounds are looked for, which takes more time. */
  readonly rounds: boolean
  /** False where the first way found is taken, and none sorted by what it is worth: it takes half the time. */
  readonly planned?: boolean
}

export type FindMove = (goal: Goal, effort: Effort) => Plan | undefined

/** What there is to search about one cell, made as it is asked for. */
interface Surroundings {
  readonly starts: readonly number[]
  readonly widest: number
  readonly boxes: (width: number) => readonly Hypercube[]
  readonly frames: (width: number) => readonly Frame[]
}

/** Below this nothing is paid: it is the length of the way alone. */
const free = unitPrice >> 1
const turns = 40

const halvings = (need: number): readonly number[] => {
  const found = [need]
  for (let by = need; by > 1; ) {
    by = Math.ceil(by / 2)
    found.push(by)
  }
  return found
}

export const moveFinder = (ground: SearchState): FindMove => {
  const { lattice, counts, price, delta, together } = ground
  const findCorners = hypercubeMoveFinder(ground)
  const findCycle = cycleFinder(ground)
  const findHaul = directMoveFinder(ground)
  const boxes = hypercubesOf(lattice)
  const frames = framesOf(lattice)
  const hand = moveBuilderOf(ground)

  /** Leaves under the cell to begin from: the cheapest first, then the largest, and never another single record. */
  const starts = (cell: number): readonly number[] => {
    if (isLeaf(lattice, cell)) return (price[cell] as number) < forbidden ? [cell] : []
    return Array.from(leavesOf(lattice, cell))
      .filter((leaf) => (price[leaf] as number) < forbidden)
      .sort(
        (a, b) => (price[a] as number) - (price[b] as number) || (counts[b] as number) - (counts[a] as number) || a - b,
      )
      .slice(0, 2)
  }

  const about = (cell: number): Surroundings => {
    const begin = starts(cell)
    const knownFrames: (readonly Frame[])[] = []
    const placesOf = (leaf: number): readonly number[] => lattice.dimensions.map((_, at) => nodeOf(lattice, leaf, at))
    return {
      starts: begin,
      widest: frames.widest(cell),
      boxes: (width) => {
        const [only = -1, more] = begin
        return more === undefined && only >= 0
          ? boxes(cell, only, width)
          : begin.flatMap((start) => boxes(cell, start, width))
      },
      frames: (width) => {
        knownFrames[width] ??= begin.flatMap((start) => frames.about(cell, placesOf(start), width))
        return knownFrames[width]
      },
    }
  }

  const cheapest = (
    wish: SwapTarget,
    around: Surroundings,
    from: number,
    to: number,
    limit: number,
    rounds: boolean,
  ) => {
    let best: Swap | undefined
    let below = limit
    for (let width = from; width <= to; width++)
      for (const box of around.boxes(width)) {
        best = findCorners(box, wish, below) ?? best
        below = best?.cost ?? limit
        if (below < free) return best
      }
    for (let width = from; rounds && width <= to; width++)
      for (const frame of around.frames(width)) {
        best = findCycle(frame, wish, below) ?? best
        below = best?.cost ?? limit
        if (below < free) return best
      }
    return best
  }

  const directed = (
    { cell, need }: Goal,
    direction: 1 | -1,
    around: Surroundings,
    { pay, freeWidth, width, rounds }: Effort,
  ): Plan | undefined => {
    const paid: [number, number][] = []
    const left = (): number => need - (delta[cell] as number) * direction

    const stepFree = (): boolean => {
      const reach = Math.min(freeWidth, around.widest)
      const one = cheapest({ cell, direction, by: 1 }, around, 0, reach, free, rounds)
      if (one === undefined) return false
      return halvings(left()).some((by) => {
        const swap = by === 1 ? one : cheapest({ cell, direction, by }, around, 0, reach, free, rounds)
        return swap !== undefined && hand.add(swap, by * direction)
      })
    }

    const stepPaid = (): boolean => {
      const purse = (pay - paid.length + 1) * unitPrice - 1
      let best: Swap | undefined
      let most = 0
      for (const by of halvings(left())) {
        const limit = best === undefined ? purse : Math.min(purse, Math.ceil((best.cost / most) * by))
        if (limit < unitPrice >> 1) break
        for (let wide = 0; wide <= Math.min(width, around.widest); wide++) {
          const swap = cheapest({ cell, direction, by }, around, wide, wide, limit, rounds)
          if (swap === undefined) continue
          best = swap
          most = by
          break
        }
        if (width < around.widest) continue
        for (const start of around.starts) {
          const haul = findHaul(
            start,
            { cell, direction, by },
            best === undefined ? purse : Math.min(purse, Math.ceil((best.cost / most) * by)),
          )
          if (haul === undefined) continue
          best = haul
          most = by
        }
      }
      if (best === undefined || !hand.add(best, most * direction)) return false
      for (const each of hand.unpaid())
        if ((price[each] as number) > 0) {
          paid.push([each, price[each] as number])
          price[each] = 0
        }
      return paid.length <= pay
    }

    let going = true
    for (let turn = 0; going && left() > 0 && turn < turns; turn++)
      going = stepFree() || (pay > paid.length && stepPaid())
    const plan = left() <= 0 ? { move: hand.move(), pays: hand.unpaid() } : undefined
    for (const [each, before] of paid) price[each] = before
    hand.drop()
    return plan === undefined || plan.pays.length > pay ? undefined : plan
  }

  const opened = (leaf: number, to: number): void => {
    for (const same of together.get(leaf) ?? []) price[same] = to
  }

  return (goal, effort) => {
    if (goal.opens !== -1) opened(goal.opens, 0)
    const around = about(goal.cell)
    const one = directed(goal, goal.direction === -1 ? -1 : 1, around, effort)
    const less = one === undefined ? effort.pay : one.pays.length - 1
    const two = goal.direction === 0 && less >= 0 ? directed(goal, -1, around, { ...effort, pay: less }) : undefined
    if (goal.opens !== -1) opened(goal.opens, forbidden)
    return two ?? one
  }
}
