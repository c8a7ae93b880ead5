/** Which moves are kept, which goals each of them meets, and which suppressed cells nothing needs any longer. */
import type { Goal } from "./goal.ts"
import { type Ground, never } from "./ground.ts"
import type { Plan } from "./lift.ts"
import type { Move } from "./move.ts"

export interface Kept {
  readonly move: Move
  readonly meets: readonly number[]
}

export interface Cover {
  readonly goals: readonly Goal[]
  readonly metBy: (goal: number) => Kept | undefined
  readonly isOpen: (goal: number) => boolean
  /** Cells suppressed for the sake of others. */
  readonly secondaries: () => readonly number[]
  readonly usersOf: (cell: number) => readonly Kept[]
  readonly keep: (plan: Plan, goal: number) => void
  /** Takes moves back: the goals that are open again, and what is published again. */
  readonly giveUp: (moves: readonly Kept[]) => readonly number[]
  readonly forbid: (cell: number) => void
  readonly allow: (cell: number) => void
  /** Everything done since the last call is undone, or stands. */
  readonly begin: () => void
  readonly undo: () => void
  readonly suppressedCount: () => number
}

export const coverOf = (ground: Ground, goals: readonly Goal[]): Cover => {
  const { counts, suppressed, price } = ground
  const primary = suppressed.slice()
  const list = price.map((each, cell) => (primary[cell] === 1 ? 0 : each))
  const met: (Kept | undefined)[] = goals.map(() => undefined)
  const goalsOfCell = new Map<number, number[]>()
  goals.forEach(({ cell }, goal) => {
    const others = goalsOfCell.get(cell)
    if (others === undefined) goalsOfCell.set(cell, [goal])
    else others.push(goal)
  })
  const users = new Map<number, Set<Kept>>()
  let count = primary.reduce((sum, each) => sum + each, 0)
  let journal: (() => void)[] = []

  const suppress = (cell: number): void => {
    suppressed[cell] = 1
    price[cell] = 0
    users.set(cell, new Set())
    count++
  }
  const publish = (cell: number): void => {
    suppressed[cell] = 0
    price[cell] = list[cell] as number
    users.delete(cell)
    count--
  }
  const attach = (kept: Kept): void => {
    for (const cell of kept.move.touched) users.get(cell)?.add(kept)
    for (const goal of kept.meets) met[goal] = kept
  }
  const detach = (kept: Kept): void => {
    for (const cell of kept.move.touched) users.get(cell)?.delete(kept)
    for (const goal of kept.meets) met[goal] = undefined
  }

  /** A move that changes a single record meets goals of that record alone. */
  const alsoMet = ({ touched, change, leaves }: Move): readonly number[] => {
    const single = leaves.find((leaf) => counts[leaf] === 1) ?? -1
    return Array.from(touched).flatMap((cell, at) => {
      const by = change[at] as number
      return (goalsOfCell.get(cell) ?? []).filter((goal) => {
        const { direction, need, opens } = goals[goal] as Goal
        if (met[goal] !== undefined) return false
        return direction === 0 || (by * direction >= need && (single === -1 || single === opens))
      })
    })
  }

  return {
    goals,
    metBy: (goal) => met[goal],
    isOpen: (goal) => met[goal] === undefined,
    secondaries: () => [...users.keys()],
    usersOf: (cell) => [...(users.get(cell) ?? [])],
    keep: ({ move, pays }, goal) => {
      for (const cell of pays) suppress(cell)
      const others = alsoMet(move).filter((each) => each !== goal)
      const kept = { move, meets: [goal, ...others] }
      attach(kept)
      journal.push(() => {
        detach(kept)
        for (const cell of pays) publish(cell)
      })
    },
    giveUp: (moves) => {
      for (const kept of moves) {
        detach(kept)
        journal.push(() => attach(kept))
      }
      for (const kept of moves)
        for (const cell of kept.move.touched)
          if (users.get(cell)?.size === 0) {
            publish(cell)
            journal.push(() => suppress(cell))
          }
      return moves.flatMap(({ meets }) => meets)
    },
    forbid: (cell) => {
      const had = users.get(cell)
      if (had !== undefined) {
        publish(cell)
        journal.push(() => {
          suppress(cell)
          users.set(cell, had)
        })
      }
      price[cell] = never
    },
    allow: (cell) => {
      price[cell] = suppressed[cell] === 1 ? 0 : (list[cell] as number)
    },
    begin: () => {
      journal = []
    },
    undo: () => {
      for (const step of journal.reverse()) step()
      journal = []
    },
    suppressedCount: () => count,
  }
}
