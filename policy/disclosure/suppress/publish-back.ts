/** Publishes again each secondary that the moves can do without, paying for it with fewer than it frees. */
import type { Cover } from "./cover.ts"
import type { Effort, Lift } from "./lift.ts"
import { settle } from "./settle.ts"

export interface Thrift {
  readonly effort: Effort
  /** A cell with more goals hanging on it is left as it is. */
  readonly goals: number
  /** Whether as many may be suppressed anew as are published. */
  readonly level: boolean
}

/** True where fewer cells are suppressed than before. */
export const publishBack = (
  cover: Cover,
  lift: Lift,
  order: readonly number[],
  { effort, goals, level }: Thrift,
): number => {
  let saved = 0
  for (const cell of order) {
    const users = cover.usersOf(cell)
    if (users.reduce((sum, { meets }) => sum + meets.length, 0) > goals) continue
    const before = cover.suppressedCount()
    cover.begin()
    cover.forbid(cell)
    const open = cover.giveUp(users)
    const purse = before - cover.suppressedCount() - (level ? 0 : 1)
    const failed = settle(cover, lift, open, effort, purse)
    if (failed.length > 0 || cover.suppressedCount() > before) cover.undo()
    cover.allow(cell)
    saved += before - cover.suppressedCount()
  }
  return saved
}
