/** Removes from a residual what the margins of a raking explain, as `svyrecvar` of R `survey` does. */
import type { Margin } from "../weights/rake.ts"

/** As often as R `survey` does it. */
const rounds = 10

type Cells = Omit<Margin, "shares">

/** The cells of all margins in one list. */
interface Overlaps {
  /** For each margin its first cell in the list. */
  readonly firsts: readonly number[]
  readonly count: number
  /** Children in each cell. */
  readonly sizes: Float64Array
  /** Children in both of two cells: `cell * count + cell`. */
  readonly shared: Float64Array
  readonly all: number
}

const overlapsOf = (margins: readonly Cells[], children: Float64Array): Overlaps => {
  const firsts: number[] = []
  let count = 0
  for (const { blockOf } of margins) {
    firsts.push(count)
    count += blockOf.length
  }
  const shared = new Float64Array(count * count)
  children.forEach((size, unit) => {
    const cells = margins.flatMap(({ cellOf }, at) => {
      const cell = cellOf[unit] ?? -1
      return cell < 0 ? [] : [(firsts[at] ?? 0) + cell]
    })
    for (const one of cells)
      for (const other of cells) shared[one * count + other] = (shared[one * count + other] ?? 0) + size
  })
  const sizes = Float64Array.from({ length: count }, (_, cell) => shared[cell * count + cell] ?? 0)
  return { firsts, count, sizes, shared, all: children.reduce((sum, size) => sum + size, 0) }
}

/** Moves each cell of one margin to a mean of nothing; to the mean of its block, where some children are in no cell. */
const centre = ({ blockOf }: Cells, first: number, sums: Float64Array, removed: Float64Array, overlaps: Overlaps) => {
  const { count, sizes, shared, all } = overlaps
  const left = Float64Array.from(blockOf, (_, at) => {
    let sum = sums[first + at] ?? 0
    for (let cell = 0, row = (first + at) * count; cell < count; cell++)
      sum -= (shared[row + cell] ?? 0) * (removed[cell] ?? 0)
    return sum
  })
  const [blockSums, blockSizes] = [new Float64Array(blockOf.length), new Float64Array(blockOf.length)]
  blockOf.forEach((block, at) => {
    blockSums[block] = (blockSums[block] ?? 0) + (left[at] ?? 0)
    blockSizes[block] = (blockSizes[block] ?? 0) + (sizes[first + at] ?? 0)
  })
  blockOf.forEach((block, at) => {
    const size = blockSizes[block] ?? 0
    const whole = size === all ? 0 : (blockSums[block] ?? 0) / (size || 1)
    removed[first + at] = (removed[first + at] ?? 0) + (left[at] ?? 0) / (sizes[first + at] || 1) - whole
  })
}

/** `residuals` are sums over a unit's children; returns the part to remove from each child of a unit. */
export const explainedBy = (
  margins: readonly Cells[],
  children: Float64Array,
): ((residuals: Float64Array) => Float64Array) => {
  const overlaps = overlapsOf(margins, children)
  return (residuals) => {
    const [sums, removed] = [new Float64Array(overlaps.count), new Float64Array(overlaps.count)]
    margins.forEach(({ cellOf }, at) => {
      const first = overlaps.firsts[at] ?? 0
      for (let unit = 0; unit < residuals.length; unit++) {
        const cell = first + (cellOf[unit] ?? -1)
        if (cell >= first) sums[cell] = (sums[cell] ?? 0) + (residuals[unit] ?? 0)
      }
    })
    for (let round = 0; round < rounds; round++)
      margins.forEach((margin, at) => {
        centre(margin, overlaps.firsts[at] ?? 0, sums, removed, overlaps)
      })
    const ofUnit = new Float64Array(residuals.length)
    margins.forEach(({ cellOf }, at) => {
      const first = overlaps.firsts[at] ?? 0
      for (let unit = 0; unit < ofUnit.length; unit++) {
        const cell = first + (cellOf[unit] ?? -1)
        if (cell >= first) ofUnit[unit] = (ofUnit[unit] ?? 0) + (removed[cell] ?? 0)
      }
    })
    return ofUnit
  }
}
