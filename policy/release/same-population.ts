/** Tells whether tables are of the same children and name them alike, as they must where one of them withholds a zero in a cell. */

import { haveEqualSubsets } from "../disclosure/subset-sum.ts"
import { total } from "../disclosure/tables/dimension.ts"
import type { ReleaseCandidate } from "./candidate.ts"
import { linkedTableOf } from "./linked-table.ts"

interface Way {
  readonly name: string
  /** The keys of its non-empty categories, with no category inside another. */
  readonly keys: ReadonlyMap<string, bigint>
}

/** The cells of one dimension alone, all else in total. */
const marginsOf = ({ facts: { cells } }: ReleaseCandidate, way: number) =>
  cells.filter(({ labels }) => labels.every((label, at) => (at === way) !== (label === total)))

const waysOf = (table: ReleaseCandidate): readonly Way[] =>
  table.facts.dimensions.map(({ name }, way) => {
    const leaves = new Set(table.facts.hierarchies[way]?.leaves)
    const filled = marginsOf(table, way).filter(({ labels, count }) => leaves.has(labels[way] ?? total) && count > 0)
    return { name, keys: new Map(filled.map(({ labels, key }) => [labels[way] ?? total, BigInt(`0x${key}`)])) }
  })

/** Who is in the table at all is no secret of it: otherwise a filter by name would tell. */
const showsItsEmpty = (table: ReleaseCandidate): boolean =>
  table.facts.dimensions.every((_, way) =>
    marginsOf(table, way).every(({ count, published }) => count > 0 || published),
  )

/** Categories that both name, the total first, have the same children; and those with the same children have the same name. */
const agree = (one: ReleaseCandidate, other: ReleaseCandidate): boolean => {
  const [mine, theirs] = [one, other].map(
    (table) => new Map(linkedTableOf(table).cells.map(({ id, key }) => [id, key])),
  )
  if (mine?.get("[]") === undefined || theirs === undefined) return false
  const unnamedIn = (cells: ReadonlyMap<string, bigint>, names: ReadonlyMap<string, bigint>): ReadonlySet<bigint> =>
    new Set([...cells].flatMap(([id, key]) => (names.has(id) || key === 0n ? [] : [key])))
  return (
    [...mine].every(([id, key]) => (theirs.get(id) ?? (id === "[]" ? undefined : key)) === key) &&
    unnamedIn(mine, theirs).isDisjointFrom(unnamedIn(theirs, mine))
  )
}

const isSame = (one: Way, other: Way): boolean =>
  one.name === other.name && new Set(one.keys.keys()).symmetricDifference(new Set(other.keys.keys())).size === 0

/** Whether some categories of one way are together of the same children as some of the other: then the one recodes the other. */
const recodes = (one: Way, other: Way): boolean =>
  haveEqualSubsets([...one.keys.values()], [...other.keys.values()]) !== false

/** Neither tells by another name what the other withholds. */
export const isSamePopulation = (one: ReleaseCandidate, other: ReleaseCandidate): boolean =>
  agree(one, other) &&
  [one, other].every(showsItsEmpty) &&
  waysOf(one).every((mine) => waysOf(other).every((theirs) => isSame(mine, theirs) || !recodes(mine, theirs)))

const namesOf = ({ facts }: ReleaseCandidate): ReadonlySet<string> => new Set(facts.dimensions.map(({ name }) => name))

/**
 * Tables by age and hope and by hope and sex may together tell of age and sex, which neither names together. What other
 * tables that are connected apart from this one have in common with it has therefore to be in one of them.
 */
export const shareOneTable = (table: ReleaseCandidate, others: readonly ReleaseCandidate[]): boolean => {
  const own = namesOf(table)
  const outside = others.map((each) => waysOf(each).filter(({ name }) => !own.has(name)))
  const names = others.map((each) => namesOf(each).intersection(own))
  const left = new Set(others.keys())
  const isConnected = (one: number, other: number): boolean =>
    (outside[one] ?? []).some((mine) => (outside[other] ?? []).some((theirs) => recodes(mine, theirs)))
  for (const first of left) {
    const part = [first]
    left.delete(first)
    for (const each of part)
      for (const other of left)
        if (isConnected(each, other)) {
          part.push(other)
          left.delete(other)
        }
    const shared = part.map((at) => names[at] ?? new Set<string>())
    const all = shared.reduce((some, more) => some.union(more))
    if (!shared.some((each) => all.isSubsetOf(each))) return false
  }
  return true
}
