/** Publishes secondaries again where the moves can do without them, and never ends with more suppressed than it began with. */
import { without } from "./combine.ts"
import type { Cover, Kept } from "./cover.ts"
import type { Ground } from "./ground.ts"
import type { Effort, Lift } from "./lift.ts"
import { settle } from "./settle.ts"

export interface Thrift {
  readonly effort: Effort
  /** Whether as many may be suppressed anew as are published. */
  readonly level: boolean
  /** How much of them is tried, from 0 to 1. */
  readonly share: number
}

export interface Standing {
  readonly ground: Ground
  readonly cover: Cover
  readonly lift: Lift
}

/** With more moves than this on one cell, it is left as it is. */
const most = 12

/** Two moves that change the cell make one that does not. */
const combine = ({ ground, cover }: Standing, cell: number, users: readonly Kept[], purse: () => number): void => {
  for (const first of users)
    for (const second of users) {
      if (first === second || ![...first.meets].some(cover.isOpen)) continue
      for (const move of without(ground, cell, first.move, second.move)) {
        if (cover.gain(move) === 0) continue
        const pays = Array.from(move.touched).filter((each) => ground.suppressed[each] === 0)
        if (pays.length <= purse()) cover.keep({ move, pays })
      }
    }
}

/** Publishes these cells together, or leaves everything as it was. */
export const tryWithout = (
  standing: Standing,
  cells: readonly number[],
  { effort, level }: Omit<Thrift, "share">,
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
  const failed = settle(cover, lift, cover.opened(), effort, purse())
  if (failed.length > 0 || cover.suppressedCount() > before) cover.undo()
  for (const cell of cells) cover.allow(cell)
}

/** Each secondary by itself, beginning with those that the fewest moves change. */
export const publishBack = (standing: Standing, thrift: Thrift): number => {
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
    if (ground.suppressed[cell] === 1 && cover.usersOf(cell).length <= most) tryWithout(standing, [cell], thrift)
  return first - cover.suppressedCount()
}
