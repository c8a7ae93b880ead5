/** Computes tails and quantiles of Student's t and Fisher's F by the incomplete beta function (Numerical Recipes, 6.4). */

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** For `x` above 0.5, which half a degree of freedom is. */
const logGamma = (x: number): number => {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x + 6.5
  const series = lanczos.reduce((sum, each, at) => (at === 0 ? each : sum + each / (x - 1 + at)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(shifted) - shifted + Math.log(series)
}

const tiny = 1e-300

/** Lentz's continued fraction; large parameters need as many steps as their square root. */
const fraction = (a: number, b: number, x: number): number => {
  let c = 1
  let d = 1 / Math.max(1 - ((a + b) * x) / (a + 1), tiny)
  let product = d
  const step = (factor: number): number => {
    const denominator = 1 + factor * d
    d = 1 / (Math.abs(denominator) < tiny ? tiny : denominator)
    c = 1 + factor / c
    if (Math.abs(c) < tiny) c = tiny
    product *= d * c
    return d * c
  }
  for (let m = 1; m < 100_000; m++) {
    step((m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)))
    const last = step((-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)))
    if (Math.abs(last - 1) < 1e-15) break
  }
  return product
}

/** The regularised incomplete beta function of `x`, with 1 - `x` given apart so that no digit of it is lost. */
const beta = (a: number, b: number, x: number, rest: number): number => {
  if (x <= 0) return 0
  if (rest <= 0) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, rest)) / b
}

/** The chance of an F above `f`. */
export const tailOfF = (f: number, over: number, under: number): number => {
  if (!(f > 0)) return 1
  const sum = under + over * f
  return beta(under / 2, over / 2, under / sum, (over * f) / sum)
}

/** The chance of a t above `t`, which is at least 0. */
const tailOfT = (t: number, freedom: number): number => {
  const sum = freedom + t * t
  return beta(freedom / 2, 0.5, freedom / sum, (t * t) / sum) / 2
}

/** Above this many degrees of freedom t is normal to nine digits. */
const normal = 1e9

/** The 97.5th percentile of the normal distribution. */
export const z = 1.959963984540054

/** The 97.5th percentile of Student's t, for an interval of 95 %. */
export const quantileOfT = (freedom: number): number => {
  if (freedom >= normal) return z
  let [low, high] = [z, 13]
  for (let step = 0; step < 200 && high - low > 1e-14; step++) {
    const middle = (low + high) / 2
    if (tailOfT(middle, freedom) > 0.025) low = middle
    else high = middle
  }
  return (low + high) / 2
}
