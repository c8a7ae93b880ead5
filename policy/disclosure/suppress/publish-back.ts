/** Publishes again each secondary that the moves can do without, paying for it with fewer than it frees. */
import { without } from "./combine.ts"
import type { Cover, Kept } from "./cover.ts"
import type { Ground } from "./ground.ts"
import type { Effort, Lift } from "./lift.ts"
import { settle } from "./settle.ts"

export interface Thrift {
  readonly effort: Effort
  /** A cell that more moves change is left as it is. */
  readonly users: number
  /** Whether as many may be suppressed anew as are published. */
  readonly level: boolean
}

/** Two moves that change the cell make one that does not. */
const combine = (ground: Ground, cover: Cover, cell: number, users: readonly Kept[], purse: () => number): void => {
  for (const first of users)
    for (const second of users) {
      if (first === second || ![...first.meets].some(cover.isOpen)) continue
      for (const move of without(ground, cell, first.move, second.move))
        if (cover.gain(move) > 0) {
          const pays = Array.from(move.touched).filter((each) => ground.suppressed[each] === 0)
          if (pays.length <= purse()) cover.keep({ move, pays })
        }
    }
}

/** How many fewer cells are suppressed than before. */
export const publishBack = (
  ground: Ground,
  cover: Cover,
  lift: Lift,
  order: readonly number[],
  { effort, users: most, level }: Thrift,
): number => {
  const first = cover.suppressedCount()
  for (const cell of order) {
    const users = cover.usersOf(cell)
    if (ground.suppressed[cell] === 0 || users.length > most) continue
    const before = cover.suppressedCount()
    cover.begin()
    cover.publish(cell)
    const purse = (): number => before - cover.suppressedCount() - (level ? 0 : 1)
    combine(ground, cover, cell, users, purse)
    const failed = settle(cover, lift, cover.opened(), effort, purse())
    if (failed.length > 0 || cover.suppressedCount() > before) cover.undo()
    cover.allow(cell)
  }
  return first - cover.suppressedCount()
}
