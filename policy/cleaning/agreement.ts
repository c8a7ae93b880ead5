/** Measures how far two reviewers agree: Cohen's kappa, Krippendorff's alpha and the F1 of their spans, with 95 % intervals. */
import type { ReviewedSpan } from "./review-text.ts"

export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** One label of each of two reviewers. */
export type Pair = readonly [string, string]

const z = 1.959964

const around = (value: number, error: number, least = -1): Estimate => ({
  value,
  low: Math.max(least, value - z * error),
  high: Math.min(1, value + z * error),
})

const shareOf = (labels: readonly string[], label: string): number =>
  labels.filter((each) => each === label).length / labels.length

/** Cohen, A coefficient of agreement for nominal scales (1960): the large-sample standard error. `undefined` where all labels are one. */
export const kappa = (pairs: readonly Pair[]): Estimate | undefined => {
  const [ones, others] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)]
  const observed = pairs.filter(([one, other]) => one === other).length / pairs.length
  const chance = [...new Set(ones)].reduce((sum, label) => sum + shareOf(ones, label) * shareOf(others, label), 0)
  if (pairs.length === 0 || chance === 1) return undefined
  const error = Math.sqrt((observed * (1 - observed)) / (pairs.length * (1 - chance) ** 2))
  return around((observed - chance) / (1 - chance), error)
}

/** Of many units whole groups are left out, so that the time stays linear. */
const mostGroups = 200

/** The estimate with one unit left out each time (Quenouille and Tukey's jackknife). */
const jackknifed = <A>(units: readonly A[], of: (units: readonly A[]) => number, least?: number): Estimate => {
  const value = of(units)
  const groups = Math.min(units.length, mostGroups)
  const without = Array.from({ length: groups }, (_, group) => of(units.filter((_, at) => at % groups !== group)))
  const mean = without.reduce((sum, each) => sum + each, 0) / without.length
  const squares = without.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  return around(value, Math.sqrt(((groups - 1) / groups) * squares), least)
}

const alphaOf = (pairs: readonly Pair[]): number => {
  const labels = pairs.flat()
  const counts = [...Map.groupBy(labels, (label) => label).values()].map((each) => each.length)
  const differing = (2 * pairs.filter(([one, other]) => one !== other).length) / labels.length
  const same = counts.reduce((sum, count) => sum + count * (count - 1), 0)
  const expected = 1 - same / (labels.length * (labels.length - 1))
  return expected === 0 ? 1 : 1 - differing / expected
}

/** Krippendorff, Computing Krippendorff's alpha-reliability (2011): nominal data, two reviewers, no label missing. */
export const alpha = (pairs: readonly Pair[]): Estimate | undefined =>
  pairs.length < 2 ? undefined : jackknifed(pairs, alphaOf)

/** The spans of one text by each of two reviewers. */
export type SpanPair = readonly [readonly ReviewedSpan[], readonly ReviewedSpan[]]

const keyOf = ({ start, end, kind }: ReviewedSpan): string => `${start} ${end} ${kind}`

const f1Of = (texts: readonly SpanPair[]): number => {
  let [shared, all] = [0, 0]
  for (const [one, other] of texts) {
    const theirs = new Set(other.map(keyOf))
    shared += one.filter((span) => theirs.has(keyOf(span))).length
    all += one.length + other.length
  }
  return all === 0 ? 1 : (2 * shared) / all
}

/** A span counts where both ends and the kind are equal. The interval leaves out one text at a time. */
export const spanF1 = (texts: readonly SpanPair[]): Estimate | undefined =>
  texts.length < 2 ? undefined : jackknifed(texts, f1Of, 0)
