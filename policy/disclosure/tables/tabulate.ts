/** Counts records into every cell of a complete table: leaves first, then each total from its leaves. */
import { Effect } from "effect"
import { type Coded, dimensionOf } from "./dimension.ts"
import { type Lattice, latticeOf } from "./lattice.ts"
import type { Layout } from "./layout.ts"
import type { Microdata } from "./microdata.ts"
import { TableRefused } from "./refused.ts"

export interface Table {
  readonly lattice: Lattice
  readonly counts: Int32Array
}

/** Fills in the totals of `values` from its leaves. */
export const addTotals = <Values extends Int32Array | Float64Array>(lattice: Lattice, values: Values): Values => {
  lattice.dimensions.forEach(({ categories, leaves, first, end }, at) => {
    const step = lattice.stride[at] ?? 1
    const block = step * categories.length
    for (let start = 0; start < lattice.size; start += block)
      for (let node = leaves; node < categories.length; node++)
        for (let low = 0; low < step; low++) {
          const base = start + low
          let sum = 0
          for (let leaf = first[node] ?? 0; leaf < (end[node] ?? 0); leaf++) sum += values[base + leaf * step] as number
          values[base + node * step] = sum
        }
  })
  return values
}

/** `isCounted` can leave records out, such as those with a quality flag. */
export const countsOf = (
  lattice: Lattice,
  coded: readonly Coded[],
  isCounted?: (row: number) => boolean,
): Int32Array => {
  const counts = new Int32Array(lattice.size)
  const rows = coded[0]?.leafOf.length ?? 0
  const cell = new Int32Array(rows)
  coded.forEach(({ leafOf }, at) => {
    const step = lattice.stride[at] ?? 1
    for (let row = 0; row < rows; row++) cell[row] = (cell[row] as number) + (leafOf[row] as number) * step
  })
  for (let row = 0; row < rows; row++)
    if (isCounted === undefined || isCounted(row)) {
      const at = cell[row] as number
      counts[at] = (counts[at] as number) + 1
    }
  return addTotals(lattice, counts)
}

export const tabulate = Effect.fn("Disclosure.tabulate")(function* (
  { columns }: Microdata,
  layout: Layout,
  isCounted?: (row: number) => boolean,
) {
  const unknown = layout.flat().find((name) => columns.every((column) => column.name !== name))
  if (unknown !== undefined) return yield* new TableRefused({ reason: `There is no column ${unknown}.` })
  const coded = yield* Effect.forEach(layout, (names) =>
    dimensionOf(names.flatMap((name) => columns.find((column) => column.name === name) ?? [])),
  )
  const lattice = latticeOf(coded.map(({ dimension }) => dimension))
  return { lattice, counts: countsOf(lattice, coded, isCounted) } satisfies Table
})
