/** Arithmetic modulo the two greatest primes under 2^26, where a product of two residues is exact in a float. */

export const primes = [67_108_859, 67_108_837] as const

export const residueOf = (value: number, prime: number): number => {
  const rest = value % prime
  return rest < 0 ? rest + prime : rest
}

/** The representative that is nearest to zero. */
export const signedOf = (rest: number, prime: number): number => (rest > prime / 2 ? rest - prime : rest)

/** Fermat's little theorem: the inverse is the power p - 2. */
export const inverseOf = (value: number, prime: number): number => {
  let [result, power] = [1, value]
  for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * power) % prime
    power = (power * power) % prime
  }
  return result
}
