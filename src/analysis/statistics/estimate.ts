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

const product = (one: Float64Array, other: Float64Array): Float64Array => {
  const products = new Float64Array(one.length)
  for (let at = 0; at < one.length; at++) products[at] = (one[at] ?? 0) * (other[at] ?? 0)
  return products
}

const sumOf = (values: Float64Array): number => {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += values[at] ?? 0
  return sum
}

/**
 * Each child is a cluster of its own. The children of a unit differ only in their category, so that the products of what
 * they are in are sums over categories, and only what raking removes is multiplied unit by unit.
 */
const ofChildren = (
  all: readonly Linearised[],
  { weights, raked, margins }: Design,
  { children, inBase, byCategory, weightedBase }: Tallies,
): Float64Array => {
  const categories = all.length
  const total = sumOf(children)
  const squares = weights.map((weight) => (weight / weightedBase) ** 2)
  const base = dot(squares, inBase)
  const own = byCategory.map((counts) => dot(squares, counts))
  const means = all.map(({ totals }) => sumOf(totals) / total)
  const before = raked.map((weight) => weight * weight)
  const isRaked = margins.length > 0
  const parts = all.map(({ removed, sums }) => ({
    removed,
    removedBefore: isRaked ? product(removed, before) : removed,
    sumsBefore: isRaked ? product(sums, before) : sums,
    rest: isRaked ? product(removed, children).map((each, unit) => each - (sums[unit] ?? 0)) : removed,
  }))
  const covariance = new Float64Array(categories * categories)
  for (let i = 0; i < categories; i++)
    for (let j = i; j < categories; j++) {
      const [p, q, c, d] = [all[i]?.share ?? 0, all[j]?.share ?? 0, own[i] ?? 0, own[j] ?? 0]
      const [one, other] = [parts[i], parts[j]]
      const explained =
        isRaked && one && other ? dot(one.removedBefore, other.rest) - dot(one.sumsBefore, other.removed) : 0
      const products = (i === j ? c : 0) - p * d - q * c + p * q * base
      const value = (total / (total - 1)) * (products + explained - total * (means[i] ?? 0) * (means[j] ?? 0))
      covariance[i * categories + j] = value
      covariance[j * categories + i] = value
    }
  return covariance
}

/** Children of each unit: all of them, those in the base, and those in each category. */
interface Tallies {
  readonly children: Float64Array
  readonly inBase: Float64Array
  readonly byCategory: readonly Float64Array[]
  readonly weightedBase: number
}

const talliesOf = ({ weights }: Design, counts: Counts): Tallies => {
  const { categories, of } = counts
  const inBase = childrenIn(counts, true)
  const byCategory = Array.from({ length: categories }, (_, category) => {
    const own = new Float64Array(weights.length)
    for (let unit = 0; unit < own.length; unit++) own[unit] = of[unit * (categories + 1) + category] ?? 0
    return own
  })
  return { children: childrenIn(counts, false), inBase, byCategory, weightedBase: dot(weights, inBase) }
}

export const estimate = (design: Design, counts: Counts): Shares => {
  const { weights, raked, margins, clusters } = design
  const tallies = talliesOf(design, counts)
  const { children, inBase, byCategory, weightedBase } = tallies
  const explained = explainedBy(margins, children)
  const all = byCategory.map((own): Linearised => {
    const share = dot(weights, own) / weightedBase
    const sums = new Float64Array(weights.length)
    for (let unit = 0; unit < sums.length; unit++) {
      const factor = (weights[unit] ?? 0) / (raked[unit] || 1) / weightedBase
      sums[unit] = factor * ((own[unit] ?? 0) - share * (inBase[unit] ?? 0))
    }
    const removed = explained(sums)
    const totals = new Float64Array(weights.length)
    for (let unit = 0; unit < totals.length; unit++)
      totals[unit] = (raked[unit] ?? 0) * ((sums[unit] ?? 0) - (children[unit] ?? 0) * (removed[unit] ?? 0))
    return { share, sums, removed, totals }
  })
  const squares = dot(product(weights, weights), inBase)
  return {
    shares: Float64Array.from(all, ({ share }) => share),
    covariance: clusters === undefined ? ofChildren(all, design, tallies) : ofClusters(all, clusters),
    base: sumOf(inBase),
    weightedBase,
    effective: squares === 0 ? 0 : (weightedBase * weightedBase) / squares,
  }
}
