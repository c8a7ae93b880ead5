/** The boxes about a cell: one leaf in it, and in each dimension the other leaves that it may be swapped with. */
import { type Dimension, outside } from "../../tables/dimension.ts"
import { type Lattice, nodeOf } from "../../tables/lattice.ts"
import { ancestorsOf, cachedReaches } from "./reach.ts"

/** The other leaves of one dimension that a leaf may be swapped with, and what else changes with each. */
export interface Others {
  /** The leaf itself and the categories between it and where the two meet. */
  readonly own: Int32Array
  /** `nowhere` means leaving the dimension: its total changes. */
  readonly leaf: Int32Array
  readonly start: Int32Array
  readonly offset: Int32Array
}

export const nowhere = -1

export interface Hypercube {
  readonly start: readonly number[]
  readonly others: readonly Others[]
  /** The contribution of the leaf itself in the dimensions after each. */
  readonly after: readonly Int32Array[]
  /** The cells that change whatever it is swapped with. */
  readonly own: Int32Array
}

const below = ({ chain }: Dimension, leaf: number, top: number): Int32Array => {
  const up = chain[leaf] ?? new Int32Array()
  const at = up.indexOf(top)
  return at === -1 ? up : up.subarray(0, at)
}

/** The leaves under `top` that are not under `inside`. */
const othersOf = (dimension: Dimension, step: number, leaf: number, inside: number, top: number): Others => {
  const own = below(dimension, leaf, top).map((node) => node * step)
  if (top === outside)
    return { own, leaf: Int32Array.of(nowhere), start: Int32Array.of(0, 0), offset: new Int32Array() }
  const leaves: number[] = []
  const start = [0]
  const offset: number[] = []
  for (let other = dimension.first[top] ?? 0; other < (dimension.end[top] ?? 0); other++) {
    if (other >= (dimension.first[inside] ?? 0) && other < (dimension.end[inside] ?? 0)) continue
    leaves.push(other * step)
    for (const node of below(dimension, other, top)) offset.push(node * step)
    start.push(offset.length)
  }
  return { own, leaf: Int32Array.from(leaves), start: Int32Array.from(start), offset: Int32Array.from(offset) }
}

const crossed = (some: Int32Array, others: Int32Array): Int32Array => {
  const cells = new Int32Array(some.length * others.length)
  let at = 0
  for (const one of some) for (const other of others) cells[at++] = one + other
  return cells
}

/** Every box of one width from a leaf of the cell: 0 is among siblings, each step more is one category further up. */
export type Hypercubes = (cell: number, start: number, width: number) => readonly Hypercube[]

/** Most lists of boxes in the cache: the same cell is searched several times. */
const most = 30_000

export const hypercubesOf = (lattice: Lattice): Hypercubes => {
  const { dimensions, stride, size } = lattice
  const known = new Map<number, Others>()
  const made = new Map<number, (readonly Hypercube[])[]>()
  const wayUp = ancestorsOf(dimensions)
  const reaching = cachedReaches(dimensions)
  const others = (at: number, leaf: number, inside: number, top: number): Others => {
    const dimension = dimensions[at] as Dimension
    const many = dimension.categories.length
    const key = (((top + 1) * many + inside) * many + leaf) * dimensions.length + at
    const found = known.get(key)
    if (found !== undefined) return found
    const other = othersOf(dimension, stride[at] as number, leaf, inside, top)
    known.set(key, other)
    return other
  }
  const about: Hypercubes = (cell, startCell, width) => {
    const start = dimensions.map((_, at) => nodeOf(lattice, startCell, at))
    const ways = dimensions.map((_, at) => wayUp(at, nodeOf(lattice, cell, at)))
    return reaching(
      ways.map((way) => way.length - 2),
      width,
    ).map((reach) => {
      const lists = reach.map((step, at) => {
        const way = ways[at] ?? []
        return others(at, start[at] ?? 0, way[step] ?? 0, way[step + 1] ?? outside)
      })
      const after: Int32Array[] = new Array(lists.length)
      let own: Int32Array = Int32Array.of(0)
      for (let at = lists.length - 1; at >= 0; at--) {
        after[at] = own
        own = crossed((lists[at] as Others).own, own)
      }
      return { start, others: lists, after, own }
    })
  }
  return (cell, start, width) => {
    const key = cell * size + start
    let widths = made.get(key)
    if (widths === undefined) {
      if (made.size >= most) made.clear()
      widths = []
      made.set(key, widths)
    }
    widths[width] ??= about(cell, start, width)
    return widths[width]
  }
}
