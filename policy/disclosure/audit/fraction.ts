/** Converts a solver's decimals to fractions with one denominator, so that everything else is exact. */

/** The value `numerators[i] / denominator`; all are integers that floats represent exactly. */
export interface Fractions {
  readonly numerators: Float64Array
  readonly denominator: number
}

const near = 1e-6
/** Decimals that need a greater denominator are rejected. */
const greatest = 5_000

/** The least denominator of a continued fraction close enough to `value`, or undefined. */
const denominatorOf = (value: number): number | undefined => {
  let [before, denominator] = [0, 1]
  let rest = Math.abs(value)
  while (Math.abs(value * denominator - Math.round(value * denominator)) > near) {
    rest = 1 / (rest - Math.floor(rest))
    ;[before, denominator] = [denominator, Math.floor(rest) * denominator + before]
    if (!(denominator <= greatest)) return undefined
  }
  return denominator
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b))

export const fractionsOf = (values: Float64Array): Fractions | undefined => {
  let denominator = 1
  for (const value of values) {
    const scaled = value * denominator
    if (Math.abs(scaled - Math.round(scaled)) <= near) continue
    const own = denominatorOf(value)
    if (own === undefined) return undefined
    denominator *= own / greatestCommon(own, denominator)
    if (denominator > 2 ** 31) return undefined
  }
  const numerators = values.map((value) => Math.round(value * denominator) + 0)
  return numerators.every(Number.isSafeInteger) ? { numerators, denominator } : undefined
}
