/** Writes the labels of published tables in one way, so that one category has one name and the row of the whole is `Total`. */
import { total } from "./hierarchy.ts"

/** Removes differences that nobody sees: white space of any kind, and accents written as one character or as two. */
export const labelOf = (written: string): string => written.normalize("NFC").replaceAll(/\s+/g, " ").trim()

/** What publishers call the row of the whole; the first that a dimension has is taken, because England may be one of four. */
const wholes = [/^total$/i, /^(grand|overall) total$/i, /^all$/i, /^england$/i]

const wholeIn = (labels: readonly string[]): string | undefined =>
  wholes.map((whole) => labels.find((label) => whole.test(label))).find((label) => label !== undefined)

type Rows = readonly (readonly string[])[]

/** Renames the row of the whole in the first `dimensions` columns. */
export const withTotals = (rows: Rows, dimensions: number): Rows => {
  const whole = Array.from({ length: dimensions }, (_, axis) =>
    wholeIn([...new Set(rows.map((row) => row[axis] ?? ""))]),
  )
  return rows.map((row) => row.map((label, axis) => (label === whole[axis] ? total : label)))
}

/** Renames the whole where it is given as a parent and is no category of its own in that dimension. */
export const withTotalParents = (rows: Rows, isCategory: (dimension: string, label: string) => boolean): Rows =>
  rows.map(([dimension = "", child = "", parent = ""]) => [
    dimension,
    child,
    wholeIn([parent]) !== undefined && !isCategory(dimension, parent) ? total : parent,
  ])

/** The first two labels that differ only in capital letters: they may be one category, whose cells the audit would not link. */
export const alike = (labels: Iterable<string>): readonly [string, string] | undefined => {
  const seen = new Map<string, string>()
  for (const label of labels) {
    const known = seen.get(label.toLowerCase())
    if (known !== undefined && known !== label) return [known, label]
    seen.set(label.toLowerCase(), label)
  }
  return undefined
}
