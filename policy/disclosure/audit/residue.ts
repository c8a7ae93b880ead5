/** Arithmetic modulo the greatest prime under 2^26, where a product of two residues is exact in a float. */

export const prime = 67_108_859

export const residue = (value: number): number => {
  const rest = value % prime
  return rest < 0 ? rest + prime : rest
}

/** The whole number nearest zero that a residue can stand for. */
export const lifted = (rest: number): number => (rest > prime / 2 ? rest - prime : rest)

/** By Fermat: the power p - 2. */
export const inverse = (value: number): number => {
  let [result, power] = [1, value]
  for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * power) % prime
    power = (power * power) % prime
  }
  return result
}
