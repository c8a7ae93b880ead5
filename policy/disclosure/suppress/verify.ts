/** Says whether every goal is met by the moves kept, each worked out again from its leaves alone. */
import { isLeaf } from "../tables/lattice.ts"
import type { Cover } from "./cover.ts"
import type { Ground } from "./ground.ts"
import { type Move, nobody } from "./move.ts"

/** Nothing published changes, and no suppressed count falls to 0. */
const isSound = ({ lattice, counts, suppressed, totals }: Ground, { touched, change }: Move): boolean => {
  const by = new Map<number, number>()
  touched.forEach((leaf, at) => {
    if (!isLeaf(lattice, leaf)) return
    for (const cell of totals(leaf)) by.set(cell, (by.get(cell) ?? 0) + (change[at] as number))
  })
  for (const [cell, more] of by)
    if (more !== 0 && (suppressed[cell] === 0 || (counts[cell] as number) + more < 1)) return false
  return touched.every((cell, at) => by.get(cell) === change[at])
}

export const isProved = (ground: Ground, cover: Cover, goals: readonly number[], insider: boolean): boolean => {
  const sound = new Map<Move, boolean>()
  return goals.every((goal) => {
    const move = cover.metBy(goal)?.move
    if (move === undefined) return false
    const { cell, direction, need, opens } = cover.goalAt(goal)
    const at = move.touched.indexOf(cell)
    const by = at === -1 ? 0 : (move.change[at] as number)
    const known = sound.get(move) ?? isSound(ground, move)
    sound.set(move, known)
    const isAlone = !insider || move.single === nobody || move.single === opens
    return known && isAlone && (direction === 0 ? by !== 0 : by * direction >= need)
  })
}
