/** Computes 95 % intervals of a share: Wilson's where each child counts once, the logit interval where children are weighted. */
import { quantileOfT, z } from "./distributions.ts"

export interface Interval {
  readonly low: number
  readonly high: number
}

/** Wilson (1927), without continuity correction; holds for 0 and for all. */
export const wilson = (count: number, base: number): Interval => {
  if (base === 0) return { low: 0, high: 1 }
  const share = count / base
  const shrink = 1 + (z * z) / base
  const centre = (share + (z * z) / (2 * base)) / shrink
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / base + (z * z) / (4 * base * base))
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

const expit = (x: number): number => 1 / (1 + Math.exp(-x))

/** As `svyciprop(method = "logit")` of R `survey`. Without a spread (0 or all) it is Wilson's of the effective base. */
export const logitInterval = (share: number, error: number, freedom: number, effective: number): Interval => {
  if (share <= 0 || share >= 1 || error === 0) return wilson(share * effective, effective)
  const at = Math.log(share / (1 - share))
  const half = (quantileOfT(freedom) * error) / (share * (1 - share))
  return { low: expit(at - half), high: expit(at + half) }
}
