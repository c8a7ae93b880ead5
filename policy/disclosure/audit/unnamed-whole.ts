/** Finds a category that may be the sum of the others in a column without a total: read as a category, it would hide every sum. */
import type { PublishedCell } from "./publication.ts"

/** One row or column of a table: the cell of each category. */
export type Line = (category: string) => PublishedCell | undefined

const shown = (cell: PublishedCell | undefined): number | undefined =>
  cell?.published ? (cell.value ?? undefined) : undefined

/** Whether it may be the sum of the others here; a withheld count may be any number. */
const mayBeSum = (whole: number, others: readonly (PublishedCell | undefined)[]): boolean => {
  const counts = others.map(shown)
  const sum = counts.reduce<number>((all, count) => all + (count ?? 0), 0)
  return counts.includes(undefined) ? whole >= sum : whole === sum
}

/** `roots` are the categories of the column that are part of no other. */
export const unnamedWhole = (roots: readonly string[], lines: readonly Line[]): string | undefined => {
  if (roots.length < 2) return undefined
  return roots.find((candidate) => {
    const others = roots.filter((each) => each !== candidate)
    const known = lines.flatMap((line) => {
      const whole = shown(line(candidate))
      return whole === undefined ? [] : [mayBeSum(whole, others.map(line))]
    })
    return known.length > 0 && known.every(Boolean)
  })
}
