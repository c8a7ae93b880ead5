/** Commits waiting responses together, up to 256 at a time, and answers each group after its commit. */
import { setImmediate as nextTurn } from "node:timers/promises"
import type { Arrival, Outcome } from "../../db/collection/append.ts"

export interface Group {
  readonly group: number
  readonly arrivals: readonly Arrival[]
}

export interface Queue {
  readonly add: (group: Group) => void
  /** Resolves when no group is waiting. */
  readonly empty: () => Promise<void>
}

const mostRows = 256

export const queueOf = (
  append: (arrivals: readonly Arrival[]) => Promise<readonly Outcome[]>,
  answer: (group: number, outcomes: readonly Outcome[]) => void,
): Queue => {
  const waiting: Group[] = []
  let working: Promise<void> | undefined

  const work = async () => {
    // One turn of the event loop collects every group that has arrived; a timer would make a lone child wait.
    await nextTurn()
    while (waiting.length > 0) {
      const batch = take(waiting)
      const outcomes = await append(batch.flatMap(({ arrivals }) => arrivals))
      let answered = 0
      for (const { group, arrivals } of batch) {
        answer(group, outcomes.slice(answered, answered + arrivals.length))
        answered += arrivals.length
      }
      await nextTurn()
    }
    working = undefined
  }

  return {
    add: (group) => {
      waiting.push(group)
      working ??= work()
    },
    empty: async () => working,
  }
}

const take = (waiting: Group[]): Group[] => {
  let rows = 0
  let groups = 0
  for (const { arrivals } of waiting) {
    if (groups > 0 && rows + arrivals.length > mostRows) break
    rows += arrivals.length
    groups++
  }
  return waiting.splice(0, groups)
}
