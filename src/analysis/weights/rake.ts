/** Rakes weights to margins by iterative proportional fitting, and trims the largest. */
import { Result, Schema } from "effect"

export interface Margin {
  readonly name: string
  /** The cell of each unit; -1 for a unit whose cell is not known, which the margin leaves as it is. */
  readonly cellOf: Int32Array
  /** Cells of one block share the current total of its units. */
  readonly blockOf: Int32Array
  /** The share of each cell in its block. */
  readonly shares: Float64Array
}

export interface Raked {
  /** The sum of the weights of each unit's children. */
  readonly totals: Float64Array
  readonly iterations: number
}

export class NotConverged extends Schema.TaggedError<NotConverged>()("NotConverged", {
  margin: Schema.String,
  iterations: Schema.Number,
  /** How far a cell of the margin still is from its share, as a part of it. */
  off: Schema.Number,
}) {
  override get message() {
    return `The weights do not converge: after ${this.iterations} rounds a cell of ${this.margin} is still ${(100 * this.off).toFixed(2)} % off. No weight was made. Leave out a margin with --margins, or raise --least.`
  }
}

const most = 2_000
const near = 1e-12

/** The current total of each cell of a margin, and of each block of its cells. */
export const sumsOf = ({ cellOf, blockOf, shares }: Margin, totals: Float64Array) => {
  const cells = new Float64Array(shares.length)
  const blocks = new Float64Array(shares.length)
  totals.forEach((total, unit) => {
    const cell = cellOf[unit] ?? -1
    if (cell < 0) return
    const block = blockOf[cell] ?? 0
    cells[cell] = (cells[cell] ?? 0) + total
    blocks[block] = (blocks[block] ?? 0) + total
  })
  return { cells, blocks }
}

const adjust = (margin: Margin, totals: Float64Array): number => {
  const { cellOf, blockOf, shares } = margin
  const { cells, blocks } = sumsOf(margin, totals)
  const factors = shares.map((share, cell) => {
    const found = cells[cell] ?? 0
    return found === 0 ? 1 : (share * (blocks[blockOf[cell] ?? 0] ?? 0)) / found
  })
  totals.forEach((total, unit) => {
    const cell = cellOf[unit] ?? -1
    if (cell >= 0) totals[unit] = total * (factors[cell] ?? 1)
  })
  return factors.reduce((worst, factor) => Math.max(worst, Math.abs(factor - 1)), 0)
}

/** `start` is the sum of the first weights of each unit's children. Every cell has a unit, and a share above 0. */
export const rake = (start: Float64Array, margins: readonly Margin[]): Result.Result<Raked, NotConverged> => {
  const totals = start.slice()
  let worst = { margin: "", off: 0 }
  for (let iterations = 1; iterations <= most; iterations++) {
    worst = { margin: "", off: 0 }
    for (const margin of margins) {
      const off = adjust(margin, totals)
      if (off > worst.off || Number.isNaN(off)) worst = { margin: margin.name, off }
    }
    if (worst.off < near) return Result.succeed({ totals, iterations })
  }
  return worst.off < 1e-9
    ? Result.succeed({ totals, iterations: most })
    : Result.fail(new NotConverged({ ...worst, iterations: most }))
}

export interface Trimmed {
  readonly weights: Float64Array
  /** How many children had a larger weight. */
  readonly cut: number
}

/**
 * Cuts weights above `upper` and spreads what was cut evenly over the children who were not cut, until none is above, as
 * `trimWeights` of R `survey` does again and again. `children` is the number in each unit.
 */
export const trim = (weights: Float64Array, children: Float64Array, upper: number): Trimmed => {
  const trimmed = weights.slice()
  const isCut = new Uint8Array(weights.length)
  for (;;) {
    let [excess, others, cut] = [0, 0, 0]
    trimmed.forEach((weight, unit) => {
      const size = children[unit] ?? 0
      if (weight > upper) {
        isCut[unit] = 1
        excess += (weight - upper) * size
      }
      if (isCut[unit] === 1) cut += size
      else others += size
    })
    if (excess === 0 || others === 0) return { weights: trimmed, cut }
    trimmed.forEach((weight, unit) => {
      trimmed[unit] = isCut[unit] === 1 ? upper : weight + excess / others
    })
  }
}
