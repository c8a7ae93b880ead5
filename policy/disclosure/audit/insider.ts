/** Finds every withheld cell that a singleton, who knows the count of its own cell, could work out by sums. */
import { Effect } from "effect"
import { findChanges } from "./determined.ts"
import type { Publication } from "./publication.ts"
import type { System } from "./system.ts"

/** `insider` is a cell with a count of 1; its singleton can work out the count of the cell `learns`. */
export interface InsiderLeak {
  readonly insider: string
  readonly learns: string
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? Math.abs(a) : greatestCommon(b, a % b))

/** Describes how a cell moves in all changes, up to scale: cells that determine each other have the same movement. */
const movement = (changes: readonly Float64Array[], column: number): string => {
  const moves = changes.map((change) => change[column] ?? 0)
  const sign = Math.sign(moves.find((move) => move !== 0) ?? 0)
  const scale = sign * moves.reduce(greatestCommon, 0)
  return scale === 0 ? "" : moves.map((move) => move / scale).join(" ")
}

/** A singleton that is the only child in an age and also in its band learns nothing about another child. */
const isSameChild = (cells: Publication["cells"], insider: string, learns: string): boolean => {
  const records = cells.get(insider)?.records
  return records !== undefined && records === cells.get(learns)?.records
}

/**
 * Leaves out cells that anyone can work out: `findDetermined` finds those. Cells that move alike by chance in every
 * change are reported too, which refuses a safe table about once in a million.
 */
export const findInsiderLeaks = Effect.fnUntraced(function* ({ cells }: Publication, { ids, equations }: System) {
  const { changes } = yield* findChanges(equations)
  const moving = ids
    .map((id, column) => ({ id, pattern: movement(changes, column) }))
    .filter(({ pattern }) => pattern !== "")
  const leaks: InsiderLeak[] = []
  for (const group of Map.groupBy(moving, ({ pattern }) => pattern).values())
    for (const { id: insider } of group.filter(({ id }) => cells.get(id)?.value === 1))
      for (const { id: learns } of group)
        if (learns !== insider && !isSameChild(cells, insider, learns)) leaks.push({ insider, learns })
  return leaks
})
