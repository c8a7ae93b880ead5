/** Hashes a product of basis elements, so that a value drawn for it is the same in every run and every order. */

export const firstHash = 0x2545_f491

/** Extends the hash of a product by one more element. */
export const hashWith = (hash: number, element: number): number => {
  let mixed = Math.imul(hash ^ Math.imul(element, 0x9e37_79b9), 0x85eb_ca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2_ae35)
  return mixed ^ (mixed >>> 13)
}

/** A residue modulo the prime, another for each lane. */
export const drawnFrom = (hash: number, lane: number, prime: number): number =>
  (hashWith(hashWith(hash, 0x5bd1 + lane * 7919), prime) >>> 0) % prime
