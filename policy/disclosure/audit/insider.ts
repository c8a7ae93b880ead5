/** Names every withheld cell that a child who knows it is the 1 in another could work out by sums: none is missed. */
import { Effect } from "effect"
import { changesOf } from "./determined.ts"
import type { Publication } from "./publication.ts"
import type { System } from "./system.ts"

/** `insider` is the cell with a count of 1, from which `learns` follows. */
export interface InsiderLeak {
  readonly insider: string
  readonly learns: string
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? Math.abs(a) : greatestCommon(b, a % b))

/** What a cell does in every change, up to scale: cells that follow from each other have it alike. */
const movement = (changes: readonly Float64Array[], column: number): string => {
  const moves = changes.map((change) => change[column] ?? 0)
  const sign = Math.sign(moves.find((move) => move !== 0) ?? 0)
  const scale = sign * moves.reduce(greatestCommon, 0)
  return scale === 0 ? "" : moves.map((move) => move / scale).join(" ")
}

/** A child who is the only one in an age and, as everybody sees, in the band too, learns of nobody else. */
const isOfItself = (cells: Publication["cells"], insider: string, learns: string): boolean => {
  const records = cells.get(insider)?.records
  return records !== undefined && records === cells.get(learns)?.records
}

/**
 * Leaves out the cells that need no insider, which `determined` names. Cells that move alike by chance alone, in every
 * change, would be named too: that refuses what is safe, about once in a million tables.
 */
export const insiderLeaks = Effect.fnUntraced(function* ({ cells }: Publication, { ids, equations }: System) {
  const { changes } = yield* changesOf(equations)
  const moving = ids.map((id, column) => ({ id, alike: movement(changes, column) })).filter(({ alike }) => alike !== "")
  const leaks: InsiderLeak[] = []
  for (const cellsAlike of Map.groupBy(moving, ({ alike }) => alike).values())
    for (const { id: insider } of cellsAlike.filter(({ id }) => cells.get(id)?.value === 1))
      for (const { id: learns } of cellsAlike)
        if (learns !== insider && !isOfItself(cells, insider, learns)) leaks.push({ insider, learns })
  return leaks
})
