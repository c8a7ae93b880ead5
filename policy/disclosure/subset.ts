/** Finds which of some sets of records another is the union of, by their keys: half of the sums are written down, and the rest looked up. */

/** What cannot be looked through in seconds is not looked through. */
export const mostParts = 36

const sumsOf = (keys: readonly bigint[]): BigUint64Array => {
  const sums = new BigUint64Array(2 ** keys.length)
  keys.forEach((key, at) => {
    const half = 2 ** at
    for (let each = 0; each < half; each++) sums[half + each] = (sums[each] ?? 0n) + key
  })
  return sums
}

const chosen = (mask: number, from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => at)
    .filter((at) => Math.floor(mask / 2 ** at) % 2 === 1)
    .map((at) => at + from)

/** Gives, for a key, the places in `parts` of those that add up to it; nothing where none do. No more than `mostParts`. */
export const subsetsOf = (parts: readonly bigint[]): ((key: bigint) => readonly number[] | undefined) => {
  const middle = Math.floor(parts.length / 2)
  const [low, high] = [sumsOf(parts.slice(0, middle)), sumsOf(parts.slice(middle))]
  const places = new Map<bigint, number>()
  low.forEach((sum, mask) => {
    places.set(sum, mask)
  })
  return (key) => {
    for (const [mask, sum] of high.entries()) {
      const other = places.get(BigInt.asUintN(64, key - sum))
      if (other !== undefined) return [...chosen(other, 0, middle), ...chosen(mask, middle, parts.length - middle)]
    }
    return undefined
  }
}

/** Of how many parts all sums are written down and sorted. */
const mostSummed = 20

/** Whether some parts of the one, neither none nor all, add up to some of the other; both add up to the same in all. */
export const haveUnion = (one: readonly bigint[], other: readonly bigint[]): boolean | "too many" => {
  if (Math.min(one.length, other.length) < 2) return false
  if (Math.max(one.length, other.length) > mostSummed) return "too many"
  const [mine, theirs] = [sumsOf(one).sort(), sumsOf(other).sort()]
  let same = 0
  for (let at = 0, beside = 0; at < mine.length && beside < theirs.length; ) {
    const [left = 0n, right = 0n] = [mine[at], theirs[beside]]
    if (left === right) same += 1
    if (left <= right) at += 1
    if (left >= right) beside += 1
  }
  return same > 2
}
