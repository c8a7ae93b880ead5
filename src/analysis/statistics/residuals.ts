/** Removes from a residual what the margins of a raking explain, as `svyrecvar` of R `survey` does. */
import type { Margin } from "../weights/rake.ts"

/** As often as R `survey` does it. */
const rounds = 10

type Cells = Omit<Margin, "shares">

/** For each cell the mean of the rest of the residual, less the mean of its block where some children are in no cell. */
const meansOf = (
  { cellOf, blockOf }: Cells,
  residuals: Float64Array,
  children: Float64Array,
  removed: Float64Array,
): Float64Array => {
  const [sums, sizes] = [new Float64Array(blockOf.length), new Float64Array(blockOf.length)]
  const [blockSums, blockSizes] = [new Float64Array(blockOf.length), new Float64Array(blockOf.length)]
  let all = 0
  for (let unit = 0; unit < residuals.length; unit++) {
    const size = children[unit] ?? 0
    all += size
    const cell = cellOf[unit] ?? -1
    if (cell < 0) continue
    const sum = (residuals[unit] ?? 0) - size * (removed[unit] ?? 0)
    const block = blockOf[cell] ?? 0
    sums[cell] = (sums[cell] ?? 0) + sum
    sizes[cell] = (sizes[cell] ?? 0) + size
    blockSums[block] = (blockSums[block] ?? 0) + sum
    blockSizes[block] = (blockSizes[block] ?? 0) + size
  }
  return sums.map((sum, cell) => {
    const block = blockOf[cell] ?? 0
    const size = blockSizes[block] ?? 0
    return sum / (sizes[cell] || 1) - (size === all ? 0 : (blockSums[block] ?? 0) / (size || 1))
  })
}

/** `residuals` are sums over a unit's children; returns the part to remove from each child of a unit. */
export const explainedBy = (
  margins: readonly Cells[],
  residuals: Float64Array,
  children: Float64Array,
): Float64Array => {
  const removed = new Float64Array(residuals.length)
  for (let round = 0; round < rounds; round++)
    for (const margin of margins) {
      const means = meansOf(margin, residuals, children, removed)
      for (let unit = 0; unit < removed.length; unit++) {
        const cell = margin.cellOf[unit] ?? -1
        if (cell >= 0) removed[unit] = (removed[unit] ?? 0) + (means[cell] ?? 0)
      }
    }
  return removed
}
