/** Generates the same random numbers for the same seed and purpose on every machine (sfc32). Not for secrets. */
export interface Random {
  /** A whole number from 0 up to, and without, `limit`. */
  readonly below: (limit: number) => number
  readonly chance: (probability: number) => boolean
  /** One of a list, which must not be empty. */
  readonly pick: <A>(from: readonly A[]) => A
  /** `count` different ones, in the order of the list. */
  readonly some: <A>(from: readonly A[], count: number) => readonly A[]
}

const warmUp = 16

/** FNV-1a. */
const hash = (text: string): number =>
  [...text].reduce((sum, sign) => Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5 | 0)

/** Two purposes give independent sequences, whatever their seed. */
export const random = (seed: number, purpose: string): Random => {
  let [a, b, c, counter] = [Math.floor(seed / 2 ** 32) | 0, seed | 0, hash(purpose), 1]

  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let turn = 0; turn < warmUp; turn++) next()

  const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit)
  const chance = (probability: number): boolean => next() / 2 ** 32 < probability
  return {
    below,
    chance,
    pick: (from) => {
      const picked = from[below(from.length)]
      if (picked === undefined)
        throw new RangeError("Nothing was picked: the list is empty. Pass a list with at least one item.")
      return picked
    },
    some: (from, count) => {
      let wanted = Math.min(count, from.length)
      return from.filter((_, index) => {
        if (below(from.length - index) >= wanted) return false
        wanted--
        return true
      })
    },
  }
}
