/** Which moves are kept, which goals each of them meets, and which suppressed cells nothing needs any longer. */

import type { Goal, Level } from "../goals/goal.ts"
import { type Move, noSingleton } from "../moves/move.ts"
import { forbidden, type SearchState } from "../state/search-state.ts"
import type { Plan } from "./find-move.ts"

export interface ChosenMove {
  readonly move: Move
  /** Goals, each met by one move alone. */
  readonly meets: Set<number>
}

export interface MoveSet {
  /** Every goal that there still is. */
  readonly goals: () => readonly number[]
  readonly goalAt: (goal: number) => Goal
  readonly metBy: (goal: number) => ChosenMove | undefined
  readonly isOpen: (goal: number) => boolean
  /** Goals that have become open since the last call. */
  readonly opened: () => readonly number[]
  readonly secondaries: () => readonly number[]
  readonly usersOf: (cell: number) => readonly ChosenMove[]
  /** How many open goals a move would meet. */
  readonly gain: (move: Move) => number
  /** An earlier plan, checked again after more cells were suppressed. */
  readonly again: (plan: Plan) => Plan
  readonly keep: (plan: Plan) => void
  /** Takes the moves that change a secondary back, and publishes it and every other that no move changes any longer. */
  readonly publish: (secondary: number) => void
  /** The price that a cell has by itself again. */
  readonly allow: (cell: number) => void
  /** From here on everything can be undone. */
  readonly begin: () => void
  readonly undo: () => void
  readonly suppressedCount: () => number
}

/** A suppressed cell that a goal has been met for is no bargain for the next. */
const used = 24

export const moveSetOf = (ground: SearchState, primaryGoals: readonly Goal[], level: Level): MoveSet => {
  const { suppressed, price } = ground
  const goals = [...primaryGoals]
  const list = price.slice()
  const isExact = level === "exact"
  const met: (ChosenMove | undefined)[] = goals.map(() => undefined)
  const dropped = new Set<number>()
  const goalsOfCell: (number[] | undefined)[] = new Array(suppressed.length)
  const ownGoal = new Map<number, number>()
  const users: (Set<ChosenMove> | undefined)[] = new Array(suppressed.length)
  const secondaries = new Set<number>()
  let count = suppressed.reduce((sum, each) => sum + each, 0)
  let journal: (() => void)[] = []
  let newlyOpen: number[] = []

  const enlist = (cell: number, goal: number): void => {
    const others = goalsOfCell[cell]
    if (others === undefined) goalsOfCell[cell] = [goal]
    else others.push(goal)
  }
  goals.forEach(({ cell }, goal) => {
    enlist(cell, goal)
    if (isExact) users[cell] = new Set()
  })

  /** A secondary must only stay unknown, to singletons of other cells too. */
  const goalOfSecondary = (cell: number): number => {
    const found = ownGoal.get(cell)
    if (found !== undefined) return found
    const goal = goals.push({ cell, direction: 0, need: 1, opens: noSingleton }) - 1
    enlist(cell, goal)
    ownGoal.set(cell, goal)
    return goal
  }

  const suppress = (cell: number): void => {
    suppressed[cell] = 1
    price[cell] = isExact ? used : 0
    users[cell] = new Set()
    secondaries.add(cell)
    count++
    if (isExact) return
    const goal = goalOfSecondary(cell)
    dropped.delete(goal)
    newlyOpen.push(goal)
  }
  const unsuppress = (cell: number): void => {
    suppressed[cell] = 0
    price[cell] = list[cell] as number
    users[cell] = undefined
    secondaries.delete(cell)
    count--
    const goal = ownGoal.get(cell)
    if (goal !== undefined) dropped.add(goal)
  }
  const meet = (goal: number, kept: ChosenMove | undefined): void => {
    met[goal] = kept
    if (isExact) price[(goals[goal] as Goal).cell] = kept === undefined ? 0 : used
    if (kept === undefined) newlyOpen.push(goal)
  }
  const attach = (kept: ChosenMove): void => {
    for (const cell of kept.move.touched) users[cell]?.add(kept)
    for (const goal of kept.meets) meet(goal, kept)
  }
  const detach = (kept: ChosenMove): void => {
    for (const cell of kept.move.touched) users[cell]?.delete(kept)
    for (const goal of kept.meets) meet(goal, undefined)
  }
  const isOpen = (goal: number): boolean => met[goal] === undefined && !dropped.has(goal)

  const serves = ({ single }: Move, by: number, goal: number): boolean => {
    const { direction, need, opens } = goals[goal] as Goal
    if (isExact) return true
    return (single === noSingleton || single === opens) && (direction === 0 || by * direction >= need)
  }
  const meetsOf = (move: Move): readonly number[] => {
    const found: number[] = []
    move.touched.forEach((cell, at) => {
      for (const goal of goalsOfCell[cell] ?? [])
        if (isOpen(goal) && serves(move, move.change[at] as number, goal)) found.push(goal)
    })
    return found
  }

  /** A goal whose move is taken back may be met by another that is kept. */
  const adopt = (goal: number): void => {
    const { cell } = goals[goal] as Goal
    for (const kept of users[cell] ?? []) {
      if (!serves(kept.move, kept.move.change[kept.move.touched.indexOf(cell)] as number, goal)) continue
      kept.meets.add(goal)
      meet(goal, kept)
      journal.push(() => {
        kept.meets.delete(goal)
        meet(goal, undefined)
      })
      return
    }
  }

  return {
    goals: () => [...goals.keys()].filter((goal) => !dropped.has(goal)),
    goalAt: (goal) => goals[goal] as Goal,
    metBy: (goal) => met[goal],
    isOpen,
    opened: () => {
      const open = newlyOpen.filter(isOpen)
      newlyOpen = []
      return [...new Set(open)]
    },
    secondaries: () => [...secondaries],
    usersOf: (cell) => [...(users[cell] ?? [])],
    gain: (move) => meetsOf(move).length,
    again: ({ move, pays }) => ({ move, pays: pays.filter((cell) => suppressed[cell] === 0) }),
    keep: ({ move, pays }) => {
      for (const cell of pays) suppress(cell)
      const kept: ChosenMove = { move, meets: new Set(meetsOf(move)) }
      attach(kept)
      journal.push(() => {
        detach(kept)
        for (const cell of pays) unsuppress(cell)
      })
    },
    publish: (secondary) => {
      const moves = users[secondary] ?? new Set()
      unsuppress(secondary)
      price[secondary] = forbidden
      journal.push(() => {
        suppress(secondary)
        users[secondary] = moves
      })
      for (const kept of moves) {
        detach(kept)
        journal.push(() => attach(kept))
      }
      for (const kept of moves)
        for (const cell of kept.move.touched)
          if (secondaries.has(cell) && users[cell]?.size === 0) {
            unsuppress(cell)
            journal.push(() => suppress(cell))
          }
      for (const kept of moves) for (const goal of kept.meets) if (isOpen(goal)) adopt(goal)
    },
    allow: (cell) => {
      if (suppressed[cell] === 0) price[cell] = list[cell] as number
    },
    begin: () => {
      journal = []
      newlyOpen = []
    },
    undo: () => {
      for (const step of journal.reverse()) step()
      journal = []
      newlyOpen = []
    },
    suppressedCount: () => count,
  }
}
