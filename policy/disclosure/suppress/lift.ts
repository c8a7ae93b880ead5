/** Finds moves that bring one cell to a goal and change as few published cells as it can. */
import { leavesOf, nodeOf } from "../tables/lattice.ts"
import { type Cycle, cycleFinder, type Wish } from "./cycle.ts"
import { type Frame, framesOf } from "./frame.ts"
import type { Goal } from "./goal.ts"
import { type Ground, never, unit } from "./ground.ts"
import { addCycle, handOf, type Move } from "./move.ts"

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
}

export type Lift = (goal: Goal, effort: Effort) => Plan | undefined

type At = (width: number) => readonly Frame[]

/** Below this nothing is paid: it is the length of the way alone. */
const free = unit >> 1
const turns = 40

const halvings = (need: number): readonly number[] => {
  const found = [need]
  for (let by = need; by > 1; ) {
    by = Math.ceil(by / 2)
    found.push(by)
  }
  return found
}

export const liftOf = (ground: Ground): Lift => {
  const { lattice, counts, price, delta, together } = ground
  const find = cycleFinder(ground)
  const frames = framesOf(lattice)
  const hand = handOf(ground)

  /** Leaves under the cell to begin from: the cheapest first, then the largest, and never another single record. */
  const starts = (cell: number): readonly (readonly number[])[] =>
    Array.from(leavesOf(lattice, cell))
      .filter((leaf) => (price[leaf] as number) < never)
      .sort(
        (a, b) => (price[a] as number) - (price[b] as number) || (counts[b] as number) - (counts[a] as number) || a - b,
      )
      .slice(0, 2)
      .map((leaf) => lattice.dimensions.map((_, at) => nodeOf(lattice, leaf, at)))

  const cheapest = (wish: Wish, at: At, from: number, to: number, limit: number): Cycle | undefined => {
    let best: Cycle | undefined
    let below = limit
    for (let width = from; width <= to; width++)
      for (const frame of at(width)) {
        const found = find(frame, wish, below)
        if (found === undefined) continue
        best = found
        below = found.cost
        if (below < free) return best
      }
    return best
  }

  const directed = (goal: Goal, direction: 1 | -1, { pay, freeWidth, width }: Effort): Plan | undefined => {
    const { cell, need } = goal
    const begin = starts(cell)
    const widest = frames.widest(cell)
    const known: (readonly Frame[])[] = []
    const at: At = (wide) => {
      known[wide] ??= begin.flatMap((start) => frames.about(cell, start, wide))
      return known[wide]
    }
    const paid: [number, number][] = []
    const left = (): number => need - (delta[cell] as number) * direction

    const stepFree = (): boolean => {
      const reach = Math.min(freeWidth, widest)
      const one = cheapest({ cell, direction, by: 1 }, at, 0, reach, free)
      if (one === undefined) return false
      for (const by of halvings(left())) {
        const cycle = by === 1 ? one : cheapest({ cell, direction, by }, at, 0, reach, free)
        if (cycle !== undefined && addCycle(hand, cycle, by * direction)) return true
      }
      return false
    }

    const stepPaid = (): boolean => {
      const purse = (pay - paid.length + 1) * unit - 1
      let best: Cycle | undefined
      let most = 0
      for (const by of halvings(left())) {
        const limit = best === undefined ? purse : Math.min(purse, Math.ceil((best.cost / most) * by))
        if (limit < unit) break
        for (let wide = 0; wide <= Math.min(width, widest); wide++) {
          const cycle = cheapest({ cell, direction, by }, at, wide, wide, limit)
          if (cycle === undefined) continue
          best = cycle
          most = by
          break
        }
      }
      if (best === undefined || !addCycle(hand, best, most * direction)) return false
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
    const plan = left() <= 0 ? { move: hand.move(cell), pays: hand.unpaid() } : undefined
    for (const [each, before] of paid) price[each] = before
    hand.drop()
    return plan === undefined || plan.pays.length > pay ? undefined : plan
  }

  const opened = (leaf: number, to: number): void => {
    for (const same of together.get(leaf) ?? []) price[same] = to
  }

  return (goal, effort) => {
    if (goal.opens !== -1) opened(goal.opens, 0)
    const plans =
      goal.direction === 0
        ? [directed(goal, 1, effort), directed(goal, -1, effort)]
        : [directed(goal, goal.direction, effort)]
    if (goal.opens !== -1) opened(goal.opens, never)
    const [one, two] = plans
    return one === undefined || (two !== undefined && two.pays.length < one.pays.length) ? two : one
  }
}
