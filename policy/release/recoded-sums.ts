/** Finds cells of one table that are sums of another's cells under a recoded classification (e.g. age bands), by record keys. */
import type { Relation } from "../disclosure/audit/publication.ts"
import { maxParts, subsetFinder } from "../disclosure/subset-sum.ts"
import { total } from "../disclosure/tables/dimension.ts"
import type { ReleaseCandidate } from "./candidate.ts"
import { cellName } from "./linked-table.ts"
import type { Hierarchy, KeyedCell } from "./table.ts"

type Labels = readonly string[]

interface Indexed {
  readonly proposal: ReleaseCandidate
  readonly at: (labels: Labels) => KeyedCell | undefined
  readonly root: Labels
}

const indexed = (proposal: ReleaseCandidate): Indexed => {
  const cells = new Map(proposal.facts.cells.map((cell) => [JSON.stringify(cell.labels), cell]))
  return {
    proposal,
    at: (labels) => cells.get(JSON.stringify(labels)),
    root: proposal.facts.dimensions.map(() => total),
  }
}

/** A cell of each table with the same children: one whole table, and its cell in the other. */
const commons = (fine: Indexed, coarse: Indexed): ReadonlyArray<readonly [Labels, Labels]> => {
  const [whole, other] = [fine.at(fine.root)?.key, coarse.at(coarse.root)?.key]
  const inFine = fine.proposal.facts.cells.filter(({ key }) => key === other)
  const inCoarse = coarse.proposal.facts.cells.filter(({ key }) => key === whole)
  return [
    ...inFine.map(({ labels }) => [labels, coarse.root] as const),
    ...inCoarse.map(({ labels }) => [fine.root, labels] as const),
  ]
}

const placeIn = ({ proposal: { id, facts } }: Indexed, { labels }: KeyedCell): string =>
  `${id}: ${cellName(facts.dimensions, labels)}`

const keyOf = ({ key }: KeyedCell): bigint => BigInt(`0x${key}`)

interface Mapped {
  readonly way: number
  readonly leavesOf: ReadonlyMap<string, Labels>
}

const isUnder = ({ parents }: Hierarchy, leaf: string, category: string): boolean => {
  for (let at: string | undefined = leaf; at !== undefined; at = parents[at]) if (at === category) return true
  return false
}

/** The leaves of a category of the finer table, where each has the same children as one of these. */
const same = (
  [fine, base]: readonly [Indexed, Labels],
  way: number,
  hierarchy: Hierarchy,
  categories: ReadonlyArray<readonly [string, KeyedCell]>,
): Mapped | undefined => {
  const own = new Map(
    [...new Set([...hierarchy.leaves, ...Object.values(hierarchy.parents)])].flatMap((category) => {
      const cell = fine.at(base.with(way, category))
      return cell && cell.count > 0 ? [[cell.key, category] as const] : []
    }),
  )
  const leavesOf = new Map<string, Labels>()
  for (const [category, { key }] of categories) {
    const known = own.get(key)
    if (known === undefined) return undefined
    leavesOf.set(
      category,
      hierarchy.leaves.filter((leaf) => isUnder(hierarchy, leaf, known)),
    )
  }
  return { way, leavesOf }
}

/** Matches a dimension of the coarser table to the dimension of the finer table it recodes, and maps each category to its leaves. */
const recoded = (
  [fine, base]: readonly [Indexed, Labels],
  categories: ReadonlyArray<readonly [string, KeyedCell]>,
): Mapped | undefined | "too many" => {
  const ways = [...fine.proposal.facts.hierarchies.entries()].filter(([way]) => base[way] === total)
  for (const [way, hierarchy] of ways) {
    const found = same([fine, base], way, hierarchy, categories)
    if (found !== undefined) return found
  }
  for (const [way, { leaves }] of ways) {
    const line = leaves.flatMap((leaf) => {
      const cell = fine.at(base.with(way, leaf))
      return cell && cell.count > 0 ? [{ leaf, key: keyOf(cell) }] : []
    })
    if (line.length > maxParts) return "too many"
    const subsetFor = subsetFinder(line.map(({ key }) => key))
    const leavesOf = new Map<string, Labels>()
    for (const [category, cell] of categories) {
      const places = subsetFor(keyOf(cell))
      if (places === undefined) break
      leavesOf.set(
        category,
        places.flatMap((place) => line[place]?.leaf ?? []),
      )
    }
    if (leavesOf.size === categories.length) return { way, leavesOf }
  }
  return undefined
}

const sumsOver = (fine: Indexed, coarse: Indexed, [base, slice]: readonly [Labels, Labels]) => {
  const free = [...slice.keys()].filter((at) => slice[at] === total)
  const mapped = free.map((at) => {
    const categories = coarse.proposal.facts.dimensions[at]?.categories.filter((each) => each !== total) ?? []
    const filled = categories.flatMap((category) => {
      const cell = coarse.at(slice.with(at, category))
      return cell && cell.count > 0 ? [[category, cell] as const] : []
    })
    return { at, found: recoded([fine, base], filled) }
  })
  if (mapped.some(({ found }) => found === "too many")) return undefined
  const ways = mapped.flatMap(({ at, found }) => (typeof found === "object" ? [{ at, ...found }] : []))
  return coarse.proposal.facts.cells.flatMap((cell): ReadonlyArray<readonly [KeyedCell, readonly KeyedCell[]]> => {
    const isOfSlice = slice.every((label, at) => label === total || cell.labels[at] === label)
    const isMapped = free.every((at) => cell.labels[at] === total || ways.some((each) => each.at === at))
    if (!isOfSlice || !isMapped || cell.count === 0) return []
    let boxes: readonly Labels[] = [base]
    for (const { at, way, leavesOf } of ways) {
      const label = cell.labels[at] ?? total
      if (label !== total)
        boxes = boxes.flatMap((box) => (leavesOf.get(label) ?? []).map((leaf) => box.with(way, leaf)))
    }
    const parts = boxes.flatMap((box) => fine.at(box) ?? []).filter(({ count, published }) => count > 0 || !published)
    const sum = parts.reduce((all, part) => all + keyOf(part), 0n)
    return parts.length > 1 && BigInt.asUintN(64, sum) === keyOf(cell) ? [[cell, parts]] : []
  })
}

export interface Sums {
  /** By the places of the cells. */
  readonly sums: readonly Relation[]
  /** Whether any of their cells is withheld. */
  readonly isHiding: boolean
}

/** `undefined` where there is too much to look through. */
export const findRecodedSums = (one: ReleaseCandidate, other: ReleaseCandidate): Sums | undefined => {
  const [mine, theirs] = [indexed(one), indexed(other)]
  const sums: Relation[] = []
  let isHiding = false
  for (const [fine, coarse] of [
    [mine, theirs],
    [theirs, mine],
  ] as const)
    for (const common of commons(fine, coarse)) {
      const found = sumsOver(fine, coarse, common)
      if (found === undefined) return undefined
      for (const [whole, parts] of found) {
        isHiding ||= [whole, ...parts].some(({ published }) => !published)
        sums.push([placeIn(coarse, whole), ...parts.map((part) => placeIn(fine, part))])
      }
    }
  return { sums, isHiding }
}
