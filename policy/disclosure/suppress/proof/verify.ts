/** Says whether every goal is met by the moves kept, each worked out again from its leaves alone. */
import { isLeaf } from "../../tables/lattice.ts"
import type { Proof } from "../goals/proof.ts"
import { meetsRequirement, type Protection, requirementsOf, unconvincedInsiders } from "../goals/requirement.ts"
import { type Move, noSingleton } from "../moves/move.ts"
import type { MoveSet } from "../search/move-set.ts"
import type { SearchState } from "../state/search-state.ts"

/** Nothing published changes, and no suppressed count falls to 0. */
const isSound = ({ lattice, counts, suppressed, totals }: SearchState, { touched, change }: Move): boolean => {
  const by = new Map<number, number>()
  touched.forEach((leaf, at) => {
    if (!isLeaf(lattice, leaf)) return
    for (const cell of totals(leaf)) by.set(cell, (by.get(cell) ?? 0) + (change[at] as number))
  })
  for (const [cell, more] of by)
    if (more !== 0 && (suppressed[cell] === 0 || (counts[cell] as number) + more < 1)) return false
  return touched.every((cell, at) => by.get(cell) === change[at])
}

export const provesGoals = (
  ground: SearchState,
  cover: MoveSet,
  goals: readonly number[],
  insider: boolean,
): boolean => {
  const sound = new Map<Move, boolean>()
  return goals.every((goal) => {
    const move = cover.metBy(goal)?.move
    if (move === undefined) return false
    const { cell, direction, need, opens } = cover.goalAt(goal)
    const at = move.touched.indexOf(cell)
    const by = at === -1 ? 0 : (move.change[at] as number)
    const known = sound.get(move) ?? isSound(ground, move)
    sound.set(move, known)
    const isAlone = !insider || move.single === noSingleton || move.single === opens
    return known && isAlone && (direction === 0 ? by !== 0 : by * direction >= need)
  })
}

/** Says whether the proofs meet every requirement of every suppressed cell, for each child alone in a cell too. */
export const provesRequirements = (ground: SearchState, proofs: readonly Proof[], protection: Protection): boolean => {
  const moves = new Set(proofs.map(({ move }) => move))
  if (![...moves].every((move) => isSound(ground, move))) return false
  const proving = Map.groupBy(proofs, ({ cell }) => cell)
  return ground.suppressed.every((is, cell) => {
    if (is === 0) return true
    const own = proving.get(cell) ?? []
    return requirementsOf(ground, protection, cell).every((wanted) => {
      const left = own
        .filter(({ move }) => meetsRequirement(move, wanted))
        .map(({ move }) => unconvincedInsiders(ground, protection.level, move, cell))
        .reduce<ReadonlySet<number> | undefined>((some, others) => some?.intersection(others) ?? others, undefined)
      return left?.size === 0
    })
  })
}
