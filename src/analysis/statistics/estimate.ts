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

const dot = (one: Float64Array, other: Float64Array): number => {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

/**
 * Each child is a cluster of its own. The children of a unit differ only in their category, so that the products of what
 * they are in are sums over categories, and only what raking removes is multiplied unit by unit.
 */
const ofChildren = (all: readonly Linearised[], design: Design, counts: Counts, weightedBase: number): Float64Array => {
  const { weights, raked, margins } = design
  const { categories, of } = counts
  const [children, inBase] = [childrenIn(counts, false), childrenIn(counts, true)]
  const total = children.reduce((sum, each) => sum + each, 0)
  const squares = weights.map((weight) => (weight / weightedBase) ** 2)
  const base = dot(squares, inBase)
  const own = all.map((_, at) =>
    dot(
      squares,
      Float64Array.from(weights, (_w, unit) => of[unit * (categories + 1) + at] ?? 0),
    ),
  )
  const means = all.map(({ totals }) => totals.reduce((sum, each) => sum + each, 0) / total)
  const isRaked = margins.length > 0
  const before = all.map(({ removed, sums }) => ({
    removed: isRaked ? removed.map((each, unit) => each * (raked[unit] ?? 0) ** 2) : removed,
    sums: isRaked ? sums.map((each, unit) => each * (raked[unit] ?? 0) ** 2) : sums,
  }))
  const left = all.map(({ removed, sums }) =>
    isRaked ? removed.map((each, unit) => each * (children[unit] ?? 0) - (sums[unit] ?? 0)) : removed,
  )
  const covariance = new Float64Array(categories * categories)
  for (let i = 0; i < categories; i++)
    for (let j = i; j < categories; j++) {
      const [p, q, c, d] = [all[i]?.share ?? 0, all[j]?.share ?? 0, own[i] ?? 0, own[j] ?? 0]
      const [one, other, rest] = [before[i], all[j], left[j]]
      const explained = isRaked && one && other && rest ? dot(one.removed, rest) - dot(one.sums, other.removed) : 0
      const products = (i === j ? c : 0) - p * d - q * c + p * q * base
      const value = (total / (total - 1)) * (products + explained - total * (means[i] ?? 0) * (means[j] ?? 0))
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
  const explained = explainedBy(margins, children)
  const all = Array.from({ length: categories }, (_, category): Linearised => {
    const share = sumOf((unit) => countIn(unit, category)) / weightedBase
    const sums = weights.map((weight, unit) => {
      const own = countIn(unit, category) - share * (inBase[unit] ?? 0)
      return ((weight / (raked[unit] || 1)) * own) / weightedBase
    })
    const removed = explained(sums)
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
