/** Estimates the share of each category with its covariance, linearised for the raking, as R `survey` does. */
import { type Clusters, type Counts, childrenIn, type Design, type Shares } from "./design.ts"
import { explainedBy } from "./residuals.ts"

/** The linearised values of one category: their sum over a unit's children, and what raking removes from each child. */
interface Linearised {
  readonly share: number
  /** Divided by the raked weight. */
  readonly sums: Float64Array
  readonly removed: Float64Array
  /** The total of each unit. */
  readonly totals: Float64Array
}

const ofClusters = (all: readonly Linearised[], { of, count, notDrawn }: Clusters): Float64Array => {
  const scale = (notDrawn * count) / (count - 1)
  const centred = all.map(({ totals }) => {
    const sums = new Float64Array(count)
    of.forEach((cluster, unit) => {
      sums[cluster] = (sums[cluster] ?? 0) + (totals[unit] ?? 0)
    })
    const mean = sums.reduce((sum, each) => sum + each, 0) / count
    return sums.map((each) => each - mean)
  })
  const products = centred.flatMap((one) =>
    centred.map((other) => scale * one.reduce((sum, each, at) => sum + each * (other[at] ?? 0), 0)),
  )
  return Float64Array.from(products)
}

/** Each child is a cluster of its own: the children of a unit differ only in their category. */
const ofChildren = (
  all: readonly Linearised[],
  { weights, raked }: Design,
  counts: Counts,
  weightedBase: number,
): Float64Array => {
  const { categories, of } = counts
  const [children, inBase] = [childrenIn(counts, false), childrenIn(counts, true)]
  const total = children.reduce((sum, each) => sum + each, 0)
  const covariance = new Float64Array(categories * categories)
  for (let unit = 0; unit < weights.length; unit++) {
    const size = children[unit] ?? 0
    if (size === 0) continue
    const square = ((weights[unit] ?? 0) / weightedBase) ** 2
    const before = (raked[unit] ?? 0) ** 2
    const first = unit * (categories + 1)
    for (let i = 0; i < categories; i++) {
      const [one, c] = [all[i], of[first + i] ?? 0]
      const [p, a, s] = [one?.share ?? 0, one?.removed[unit] ?? 0, one?.sums[unit] ?? 0]
      for (let j = i; j < categories; j++) {
        const [other, d] = [all[j], of[first + j] ?? 0]
        const [q, b, t] = [other?.share ?? 0, other?.removed[unit] ?? 0, other?.sums[unit] ?? 0]
        const products = square * ((i === j ? c : 0) - p * d - q * c + p * q * (inBase[unit] ?? 0))
        const place = i * categories + j
        covariance[place] = (covariance[place] ?? 0) + products + before * (size * a * b - a * t - b * s)
      }
    }
  }
  const means = all.map(({ totals }) => totals.reduce((sum, each) => sum + each, 0) / total)
  for (let i = 0; i < categories; i++)
    for (let j = i; j < categories; j++) {
      const sum = (covariance[i * categories + j] ?? 0) - total * (means[i] ?? 0) * (means[j] ?? 0)
      const value = (total / (total - 1)) * sum
      covariance[i * categories + j] = value
      covariance[j * categories + i] = value
    }
  return covariance
}

export const estimate = (design: Design, counts: Counts): Shares => {
  const { weights, raked, margins, clusters } = design
  const { categories, of } = counts
  const [children, inBase] = [childrenIn(counts, false), childrenIn(counts, true)]
  const sumOf = (value: (unit: number) => number): number =>
    weights.reduce((sum, weight, unit) => sum + weight * value(unit), 0)
  const countIn = (unit: number, category: number): number => of[unit * (categories + 1) + category] ?? 0
  const weightedBase = sumOf((unit) => inBase[unit] ?? 0)
  const squares = sumOf((unit) => (weights[unit] ?? 0) * (inBase[unit] ?? 0))
  const all = Array.from({ length: categories }, (_, category): Linearised => {
    const share = sumOf((unit) => countIn(unit, category)) / weightedBase
    const sums = weights.map((weight, unit) => {
      const own = countIn(unit, category) - share * (inBase[unit] ?? 0)
      return ((weight / (raked[unit] || 1)) * own) / weightedBase
    })
    const removed = explainedBy(margins, sums, children)
    const totals = sums.map((sum, unit) => (raked[unit] ?? 0) * (sum - (children[unit] ?? 0) * (removed[unit] ?? 0)))
    return { share, sums, removed, totals }
  })
  return {
    shares: Float64Array.from(all, ({ share }) => share),
    covariance: clusters === undefined ? ofChildren(all, design, counts, weightedBase) : ofClusters(all, clusters),
    base: inBase.reduce((sum, each) => sum + each, 0),
    weightedBase,
    effective: squares === 0 ? 0 : (weightedBase * weightedBase) / squares,
  }
}
