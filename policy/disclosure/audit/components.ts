/** Splits equations into independent components, which can be audited one by one. */
import { type Equations, equationsOf } from "./system.ts"

/** Maps the component's own columns to those of the whole. */
export interface Component {
  readonly columns: readonly number[]
  readonly equations: Equations
}

/** Union-find with path halving; the root of a set is its least member. */
const rootsOf = ({ columns, starts, indices }: Equations): Int32Array => {
  const parent = Int32Array.from({ length: columns }, (_, column) => column)
  const find = (column: number): number => {
    let at = column
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up
      at = up
    }
    return at
  }
  for (let row = 0; row + 1 < starts.length; row++) {
    const first = find(indices[starts[row] ?? 0] ?? 0)
    let least = first
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) {
      const other = find(indices[k] ?? 0)
      parent[Math.max(other, least)] = Math.min(other, least)
      least = Math.min(other, least)
    }
  }
  return parent.map((_, column) => find(column))
}

export const componentsOf = (equations: Equations): readonly Component[] => {
  const { columns, starts, indices, coefficients, sums } = equations
  const roots = rootsOf(equations)
  const parts = new Map<number, { columns: number[]; rows: number[] }>()
  const local = new Int32Array(columns)
  roots.forEach((root, column) => {
    const part = parts.get(root) ?? { columns: [], rows: [] }
    local[column] = part.columns.push(column) - 1
    parts.set(root, part)
  })
  for (let row = 0; row + 1 < starts.length; row++)
    parts.get(roots[indices[starts[row] ?? 0] ?? 0] ?? 0)?.rows.push(row)
  return [...parts.values()].map((part) => ({
    columns: part.columns,
    equations: equationsOf(
      part.columns.length,
      part.rows.map((row) => ({
        indices: Array.from(indices.subarray(starts[row], starts[row + 1]), (column) => local[column] ?? 0),
        coefficients: Array.from(coefficients.subarray(starts[row], starts[row + 1])),
        sum: sums[row] ?? 0,
      })),
    ),
  }))
}
