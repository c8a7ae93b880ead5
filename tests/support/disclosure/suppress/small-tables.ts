/** Small tables of two to four ways, drawn and the same for the same seed, hierarchies and sparse corners among them. */
import { Effect } from "effect"
import { columnOf } from "../../../../policy/disclosure/tables/microdata.ts"
import { type Table, tabulate } from "../../../../policy/disclosure/tables/tabulate.ts"

export const drawing = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** How many leaves each way has; with a hierarchy, the first three leaves of the first way lie in two groups. */
interface Shape {
  readonly leaves: readonly number[]
  readonly grouped: boolean
}

/** None has more than 27 cells. */
export const shapes: readonly Shape[] = [
  { leaves: [2, 2], grouped: false },
  { leaves: [3, 3], grouped: false },
  { leaves: [4, 4], grouped: false },
  { leaves: [2, 8], grouped: false },
  { leaves: [3, 3], grouped: true },
  { leaves: [2, 2, 2], grouped: false },
  { leaves: [2, 2, 1], grouped: false },
  { leaves: [1, 5, 1], grouped: false },
  { leaves: [2, 1, 1, 1], grouped: false },
]

export const smallTable = (seed: number): Table => {
  const draw = drawing(seed)
  const { leaves, grouped } = shapes[draw(shapes.length)] ?? { leaves: [2, 2], grouped: false }
  const rows: (readonly number[])[] = []
  const sparse = 1 + draw(3)
  const fill = (leaf: readonly number[]): void => {
    const way = leaves[leaf.length]
    if (way === undefined) {
      const count = draw(3) < sparse - 1 ? draw(2) : draw(7)
      for (let row = 0; row < count; row++) rows.push(leaf)
      return
    }
    for (let at = 0; at < way; at++) fill([...leaf, at])
  }
  fill([])
  if (rows.length === 0) rows.push(leaves.map(() => 0))
  const columns = leaves.map((_, way) =>
    columnOf(
      `w${way}`,
      rows.map((row) => `${way}-${row[way]}`),
    ),
  )
  const group = columnOf(
    "group",
    rows.map(([at = 0]) => (at < 2 ? "low" : "high")),
  )
  const layout = columns.map(({ name }, way) => (grouped && way === 0 ? [name, "group"] : [name]))
  return Effect.runSync(tabulate({ rows: rows.length, columns: [...columns, group] }, layout))
}
