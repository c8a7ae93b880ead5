/** Ledgers made of records, for tests of the joint audit: variables, tables with filters, and counts. */
import {
  type Box,
  boxOf,
  type Factor,
  type JointCell,
  type JointTable,
  type JointVariable,
} from "../../../../policy/disclosure/joint/box.ts"
import { type CategorySet, setOf } from "../../../../policy/disclosure/joint/category-set.ts"

/** A leaf of each variable, and how many children have them. */
export type Children = ReadonlyArray<readonly [leaves: readonly number[], count: number]>

/** Bands are sets of leaves. */
export const variable = (
  name: string,
  leaves: number,
  bands: readonly (readonly number[])[] = [],
  isItem = false,
): JointVariable => ({
  name,
  leaves,
  isItem,
  isSensitive: isItem,
  categories: [...Array.from({ length: leaves }, (_, leaf) => setOf([leaf])), ...bands.map(setOf)],
})

export const holds = (box: Box, leaves: readonly number[]): boolean =>
  box.every(({ variable: at, set }) => ((set >> BigInt(leaves[at] ?? 0)) & 1n) === 1n)

export const countIn = (children: Children, box: Box): number =>
  children.reduce((sum, [leaves, count]) => sum + (holds(box, leaves) ? count : 0), 0)

export interface Cut {
  /** By variable. */
  readonly rows: readonly number[]
  readonly filters?: readonly Factor[]
  readonly isWithheld?: (cell: { readonly box: Box; readonly count: number }) => boolean
}

const full = ({ leaves }: JointVariable): CategorySet => setOf(Array.from({ length: leaves }, (_, leaf) => leaf))

/** Every category of every row variable, with totals. */
export const tableOf = (
  variables: readonly JointVariable[],
  children: Children,
  { rows, filters = [], isWithheld = ({ count }) => count > 0 && count < 10 }: Cut,
  id = "table",
): JointTable => {
  let cells: readonly (readonly Factor[])[] = [filters]
  for (const row of rows) {
    const known = variables[row]
    if (known === undefined) continue
    cells = cells.flatMap((factors) =>
      [full(known), ...known.categories].map((set) => [...factors, { variable: row, set }]),
    )
  }
  return {
    id,
    cells: cells.flatMap((factors): readonly JointCell[] => {
      const box = boxOf(variables, factors)
      if (box === undefined) return []
      const count = countIn(children, box)
      const key = children.reduce(
        (sum, [leaves, many], at) => (holds(box, leaves) ? sum + BigInt(many) * (BigInt(at) + 3n) ** 7n : sum),
        0n,
      )
      return [{ box, count, published: !isWithheld({ box, count }), key }]
    }),
  }
}
