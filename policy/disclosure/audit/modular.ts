/** Arithmetic modulo the greatest prime under 2^26, where a product of two residues is exact in a float. */

export const prime = 67_108_859

export const residue = (value: number): number => {
  const rest = value % prime
  return rest < 0 ? rest + prime : rest
}

/** The representative of a residue that is nearest to zero. */
export const signedResidue = (rest: number): number => (rest > prime / 2 ? rest - prime : rest)

/** Fermat's little theorem: the inverse is the power p - 2. */
export const inverse = (value: number): number => {
  let [result, power] = [1, value]
  for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * power) % prime
    power = (power * power) % prime
  }
  return result
}
