/** Numbers and names every cell of a complete table, and maps each cell to its leaves and each leaf to its totals. */
import { type Dimension, total } from "./dimension.ts"

export interface Lattice {
  readonly dimensions: readonly Dimension[]
  /** A cell's number is the sum of its category indexes, each times the stride of its dimension. */
  readonly stride: Int32Array
  readonly size: number
}

export const latticeOf = (dimensions: readonly Dimension[]): Lattice => {
  const stride = new Int32Array(dimensions.length)
  let size = 1
  for (let at = dimensions.length - 1; at >= 0; at--) {
    stride[at] = size
    size *= dimensions[at]?.categories.length ?? 1
  }
  return { dimensions, stride, size }
}

/** The index of a cell's category in one dimension. */
export const nodeOf = ({ dimensions, stride }: Lattice, cell: number, at: number): number =>
  Math.floor(cell / (stride[at] ?? 1)) % (dimensions[at]?.categories.length ?? 1)

export const namesOf = (lattice: Lattice, cell: number): readonly string[] =>
  lattice.dimensions.map(({ categories }, at) => categories[nodeOf(lattice, cell, at)] ?? total)

/** The name of a cell in witnesses: `LA001|12-14`, with `Total` for all. */
export const cellId = (lattice: Lattice, cell: number): string => namesOf(lattice, cell).join("|")

export const isLeaf = (lattice: Lattice, cell: number): boolean =>
  lattice.dimensions.every(({ leaves }, at) => nodeOf(lattice, cell, at) < leaves)

/** The leaf itself and every total that includes it. */
export const totalsOf = (lattice: Lattice, leafCell: number): Int32Array => {
  let cells = Int32Array.of(0)
  lattice.dimensions.forEach(({ chain }, at) => {
    const up = chain[nodeOf(lattice, leafCell, at)] as Int32Array
    const products = new Int32Array(cells.length * up.length)
    let to = 0
    for (const cell of cells) for (const node of up) products[to++] = cell + node * (lattice.stride[at] as number)
    cells = products
  })
  return cells
}

/** Every leaf that a cell sums. */
export const leavesOf = (lattice: Lattice, cell: number): Int32Array => {
  let cells = [0]
  lattice.dimensions.forEach(({ first, end }, at) => {
    const step = lattice.stride[at] ?? 1
    const node = nodeOf(lattice, cell, at)
    const from = first[node] ?? 0
    const under = Array.from({ length: (end[node] ?? 0) - from }, (_, more) => (from + more) * step)
    cells = cells.flatMap((before) => under.map((offset) => before + offset))
  })
  return Int32Array.from(cells)
}
