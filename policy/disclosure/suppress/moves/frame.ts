/** Where records may be swapped: two dimensions to move along, and in every other a pair of leaves that change in turn. */
import { type Dimension, outside } from "../../tables/dimension.ts"
import { type Lattice, nodeOf } from "../../tables/lattice.ts"
import { ancestorsOf, cachedReaches } from "./reach.ts"

/** Leaves side by side under one category, each with the categories between: what a move of that leaf changes. */
export interface Members {
  readonly from: number
  readonly leaves: number
  /** One more than `leaves` where a record may also leave the dimension, which is to say change its total. */
  readonly count: number
  readonly start: Int32Array
  readonly offset: Int32Array
}

/** Cells that change together, each with its sign. */
export interface Layer {
  readonly offset: Int32Array
  readonly sign: Int8Array
  readonly leafOffset: Int32Array
  readonly leafSign: Int8Array
  /** Whether it keeps the number of records by itself. */
  readonly balanced: boolean
}

export interface Frame {
  readonly rows: Members
  readonly columns: Members
  readonly rowStride: number
  readonly columnStride: number
  readonly layer: Layer
  readonly row: number
  readonly column: number
}

const membersUnder = ({ chain, leaves, first, end }: Dimension, stride: number, top: number): Members => {
  const from = top === outside ? 0 : (first[top] ?? 0)
  const count = top === outside ? leaves : (end[top] ?? 0) - from
  const start = new Int32Array(count + 2)
  const offset: number[] = []
  for (let member = 0; member < count; member++) {
    for (const node of chain[from + member] ?? []) {
      if (node === top) break
      offset.push(node * stride)
    }
    start[member + 1] = offset.length
  }
  start[count + 1] = offset.length
  return { from, leaves: count, count: top === outside ? count + 1 : count, start, offset: Int32Array.from(offset) }
}

const chainBelow = (dimension: Dimension, leaf: number, top: number): readonly number[] => {
  const chain = dimension.chain[leaf] ?? new Int32Array()
  const at = chain.indexOf(top)
  return Array.from(at === -1 ? chain : chain.subarray(0, at))
}

const still: Layer = {
  offset: Int32Array.of(0),
  sign: Int8Array.of(1),
  leafOffset: Int32Array.of(0),
  leafSign: Int8Array.of(1),
  balanced: false,
}

const times = (a: Layer, b: Layer): Layer => {
  const cross = (x: Int32Array, y: Int32Array) =>
    Int32Array.from([...x].flatMap((one) => [...y].map((two) => one + two)))
  const signs = (x: Int8Array, y: Int8Array) => Int8Array.from([...x].flatMap((one) => [...y].map((two) => one * two)))
  return {
    offset: cross(a.offset, b.offset),
    sign: signs(a.sign, b.sign),
    leafOffset: cross(a.leafOffset, b.leafOffset),
    leafSign: signs(a.leafSign, b.leafSign),
    balanced: a.balanced || b.balanced,
  }
}

export interface Frames {
  /** Every frame of one width about a start: 0 holds siblings alone, each step more reaches one category further up. */
  readonly about: (cell: number, start: readonly number[], width: number) => readonly Frame[]
  readonly widest: (cell: number) => number
}

export const framesOf = (lattice: Lattice): Frames => {
  const { dimensions, stride } = lattice
  const members = new Map<number, Members>()
  const layers = new Map<number, readonly Layer[]>()
  const wayUp = ancestorsOf(dimensions)
  const reaching = cachedReaches(dimensions)
  const strideOf = (at: number): number => stride[at] ?? 1
  const dimensionAt = (at: number): Dimension => dimensions[at] as Dimension

  const membersOf = (at: number, top: number): Members => {
    const key = (top + 1) * dimensions.length + at
    const found = members.get(key)
    if (found !== undefined) return found
    const made = membersUnder(dimensionAt(at), strideOf(at), top)
    members.set(key, made)
    return made
  }

  /** Pairs the leaf with each leaf under `top` that is not under the next node on the way to the leaf. */
  const layersOf = (at: number, leaf: number, below: number, top: number): readonly Layer[] => {
    const dimension = dimensionAt(at)
    const many = dimension.categories.length
    const key = (((top + 1) * many + below) * many + leaf) * dimensions.length + at
    const found = layers.get(key)
    if (found !== undefined) return found
    const step = strideOf(at)
    const own = chainBelow(dimension, leaf, top).map((node) => node * step)
    const pair = (other: readonly number[], leafOffsets: readonly number[]): Layer => ({
      offset: Int32Array.from([...own, ...other]),
      sign: Int8Array.from([...own.map(() => 1), ...other.map(() => -1)]),
      leafOffset: Int32Array.from([leaf * step, ...leafOffsets]),
      leafSign: Int8Array.from([1, ...leafOffsets.map(() => -1)]),
      balanced: leafOffsets.length > 0,
    })
    const made: Layer[] = []
    if (top === outside) made.push(pair([], []))
    else
      for (let other = dimension.first[top] ?? 0; other < (dimension.end[top] ?? 0); other++)
        if (other < (dimension.first[below] ?? 0) || other >= (dimension.end[below] ?? 0))
          made.push(
            pair(
              chainBelow(dimension, other, top).map((node) => node * step),
              [other * step],
            ),
          )
    layers.set(key, made)
    return made
  }

  const about: Frames["about"] = (cell, start, width) => {
    const nodes = dimensions.map((_, at) => nodeOf(lattice, cell, at))
    const tops = dimensions.map((_, at) => wayUp(at, nodes[at] ?? 0).slice(1))
    const frames: Frame[] = []
    for (const reach of reaching(
      tops.map((each) => each.length - 1),
      width,
    )) {
      const top = (at: number): number => tops[at]?.[reach[at] ?? 0] ?? outside
      for (let row = 0; row < dimensions.length; row++)
        for (let column = row + 1; column < dimensions.length; column++) {
          const others = dimensions.map((_, at) => at).filter((at) => at !== row && at !== column)
          let crossed: readonly Layer[] = [still]
          for (const at of others) {
            const below = (reach[at] ?? 0) === 0 ? (nodes[at] ?? 0) : (tops[at]?.[(reach[at] ?? 0) - 1] ?? 0)
            const next = layersOf(at, start[at] ?? 0, below, top(at))
            crossed = crossed.flatMap((layer) => (layer === still ? next : next.map((each) => times(layer, each))))
          }
          const rows = membersOf(row, top(row))
          const columns = membersOf(column, top(column))
          for (const layer of crossed) {
            if (!layer.balanced && rows.count > rows.leaves && columns.count > columns.leaves) continue
            frames.push({
              rows,
              columns,
              rowStride: strideOf(row),
              columnStride: strideOf(column),
              layer,
              row: (start[row] ?? 0) - rows.from,
              column: (start[column] ?? 0) - columns.from,
            })
          }
        }
    }
    return frames
  }

  const widest = (cell: number): number =>
    dimensions.reduce((sum, _, at) => sum + wayUp(at, nodeOf(lattice, cell, at)).length - 2, 0)

  return { about, widest }
}
