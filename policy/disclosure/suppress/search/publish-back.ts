/** Publishes secondaries again where the moves can do without them, and never ends with more suppressed than it began with. */
import { combineWithout } from "../moves/combine.ts"
import type { SearchState } from "../state/search-state.ts"
import type { Effort, FindMove } from "./find-move.ts"
import { coverGoals } from "./greedy-cover.ts"
import type { ChosenMove, MoveSet } from "./move-set.ts"

export interface PublishBackPass {
  readonly effort: Effort
  /** Whether as many cells may be newly suppressed as are published. */
  readonly level: boolean
  /** How much of them is tried, from 0 to 1. */
  readonly share: number
}

export interface SearchContext {
  readonly ground: SearchState
  readonly cover: MoveSet
  readonly lift: FindMove
}

/** With more moves than this on one cell, it is left as it is. */
const most = 12

/** Two moves that change the cell make one that does not. */
const combine = (
  { ground, cover }: SearchContext,
  cell: number,
  users: readonly ChosenMove[],
  purse: () => number,
): void => {
  for (const first of users)
    for (const second of users) {
      if (first === second || ![...first.meets].some(cover.isOpen)) continue
      for (const move of combineWithout(ground, cell, first.move, second.move)) {
        if (cover.gain(move) === 0) continue
        const pays = Array.from(move.touched).filter((each) => ground.suppressed[each] === 0)
        if (pays.length <= purse()) cover.keep({ move, pays })
      }
    }
}

/** Publishes these cells together, or leaves everything as it was. */
export const tryPublishing = (
  standing: SearchContext,
  cells: readonly number[],
  { effort, level }: Omit<PublishBackPass, "share">,
): void => {
  const { ground, cover, lift } = standing
  const before = cover.suppressedCount()
  const purse = (): number => before - cover.suppressedCount() - (level ? 0 : 1)
  cover.begin()
  for (const cell of cells) {
    if (ground.suppressed[cell] === 0) continue
    const users = cover.usersOf(cell)
    cover.publish(cell)
    combine(standing, cell, users, purse)
  }
  const failed = coverGoals(cover, lift, cover.opened(), effort, purse())
  if (failed.length > 0 || cover.suppressedCount() > before) cover.undo()
  for (const cell of cells) cover.allow(cell)
}

/** Each secondary by itself, beginning with those that the fewest moves change. */
export const publishBack = (standing: SearchContext, thrift: PublishBackPass): number => {
  const { ground, cover } = standing
  const first = cover.suppressedCount()
  const order = cover
    .secondaries()
    .map((cell) => ({ cell, users: cover.usersOf(cell).length }))
    .sort(
      (a, b) =>
        a.users - b.users || (ground.counts[b.cell] as number) - (ground.counts[a.cell] as number) || a.cell - b.cell,
    )
  for (const { cell } of order.slice(0, Math.ceil(order.length * thrift.share)))
    if (ground.suppressed[cell] === 1 && cover.usersOf(cell).length <= most) tryPublishing(standing, [cell], thrift)
  return first - cover.suppressedCount()
}
