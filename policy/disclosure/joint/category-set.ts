/** A set of a variable's categories, as bits over its leaves; the empty set is 0. */
export type CategorySet = bigint

export const fullSet = (leaves: number): CategorySet => (1n << BigInt(leaves)) - 1n

export const sizeOf = (set: CategorySet): number => {
  let size = 0
  for (const bit of set.toString(2)) if (bit === "1") size += 1
  return size
}

export const isWithin = (part: CategorySet, whole: CategorySet): boolean => (part & whole) === part

/** The indexes of the leaves in a set, in order. */
export const leavesOf = (set: CategorySet): readonly number[] => {
  const bits = set.toString(2)
  return Array.from(bits).flatMap((_, at) => (bits[bits.length - 1 - at] === "1" ? [at] : []))
}

export const setOf = (leaves: Iterable<number>): CategorySet => {
  let set = 0n
  for (const leaf of leaves) set |= 1n << BigInt(leaf)
  return set
}

/** Larger sets first, then in the order of their leaves: the same whatever order they came in. */
export const coarserFirst = (one: CategorySet, other: CategorySet): number =>
  sizeOf(other) - sizeOf(one) || (one < other ? -1 : one > other ? 1 : 0)
