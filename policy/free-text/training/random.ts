/** Draws the same numbers from the same seed on every machine. */

export interface Random {
  /** From 0 to under 1. */
  readonly next: () => number
  /** A whole number from 0 to under `below`. */
  readonly below: (below: number) => number
  readonly pick: (of: readonly string[]) => string
  readonly isUnder: (share: number) => boolean
}

/** Mulberry32. */
export const randomFrom = (seed: number): Random => {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (most: number): number => Math.floor(next() * most)
  return { next, below, pick: (of) => of[below(of.length)] ?? "", isUnder: (share) => next() < share }
}

/** Draws an entry in proportion to its weight. */
export const drawFrom = (entries: readonly (readonly [string, number])[]): ((random: Random) => string) => {
  const sums: number[] = []
  let sum = 0
  for (const [, weight] of entries) {
    sum += weight
    sums.push(sum)
  }
  return (random) => {
    const wanted = random.next() * sum
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return entries[low]?.[0] ?? ""
  }
}
