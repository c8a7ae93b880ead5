/**
 * Finds the sets of records whose union is a given set, by summing their keys.
 * Meet in the middle: the sums of one half are stored, and those of the other half look up the difference.
 */

/** More parts would take longer than seconds, so the caller must refuse them. */
export const maxParts = 36

const sumsOf = (keys: readonly bigint[]): BigUint64Array => {
  const sums = new BigUint64Array(2 ** keys.length)
  keys.forEach((key, at) => {
    const half = 2 ** at
    for (let each = 0; each < half; each++) sums[half + each] = (sums[each] ?? 0n) + key
  })
  return sums
}

const membersOf = (mask: number, from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => at)
    .filter((at) => Math.floor(mask / 2 ** at) % 2 === 1)
    .map((at) => at + from)

/** Returns, for a key, the indexes of parts that sum to it, or undefined. Takes at most `maxParts` parts. */
export const subsetFinder = (parts: readonly bigint[]): ((key: bigint) => readonly number[] | undefined) => {
  const middle = Math.floor(parts.length / 2)
  const [low, high] = [sumsOf(parts.slice(0, middle)), sumsOf(parts.slice(middle))]
  const places = new Map<bigint, number>()
  low.forEach((sum, mask) => {
    places.set(sum, mask)
  })
  return (key) => {
    for (const [mask, sum] of high.entries()) {
      const other = places.get(BigInt.asUintN(64, key - sum))
      if (other !== undefined)
        return [...membersOf(other, 0, middle), ...membersOf(mask, middle, parts.length - middle)]
    }
    return undefined
  }
}

/** With more parts than this, the list of all sums would be too long to sort. */
const maxSummed = 20

/** Tests whether a proper, non-empty subset of one list has the same sum as a subset of the other. Both lists have the same total. */
export const haveEqualSubsets = (one: readonly bigint[], other: readonly bigint[]): boolean | "too many" => {
  if (Math.min(one.length, other.length) < 2) return false
  if (Math.max(one.length, other.length) > maxSummed) return "too many"
  const [lefts, rights] = [sumsOf(one).sort(), sumsOf(other).sort()]
  let equals = 0
  for (let at = 0, to = 0; at < lefts.length && to < rights.length; ) {
    const [left = 0n, right = 0n] = [lefts[at], rights[to]]
    if (left === right) equals += 1
    if (left <= right) at += 1
    if (left >= right) to += 1
  }
  // The empty set and the whole list always match.
  return equals > 2
}
