/** Reads a proposal's cells as products of category sets over the declared variables, the categories that it does not list as zeros. */
import {
  type Box,
  boxOf,
  type Factor,
  type JointCell,
  type JointTable,
  type JointVariable,
} from "../disclosure/joint/box.ts"
import { type CategorySet, fullSet, setOf } from "../disclosure/joint/category-set.ts"
import { total } from "../disclosure/tables/dimension.ts"
import type { ReleaseCandidate } from "./candidate.ts"
import type { DeclaredVariable, DeclaredVariables } from "./declared-variables.ts"
import { cellName } from "./linked-table.ts"
import { type ReadCut, readCut } from "./read-cut.ts"

export const jointVariables = ({ bases, variables }: DeclaredVariables): readonly JointVariable[] =>
  bases.map(({ name, leaves, isItem, isSensitive }, at) => ({
    ...{ name, leaves, isItem, isSensitive },
    categories: [
      ...new Set(
        variables
          .filter(({ base }) => base === at)
          .flatMap(({ categories }) => categories.map((category) => setOf(category.leaves)))
          .filter((set) => set !== 0n),
      ),
    ],
  }))

interface ReadDimension {
  readonly base: number
  readonly setOf: (label: string) => CategorySet | undefined
  /** What no listed category holds. */
  readonly unlisted: CategorySet
}

const setsByWords = ({ categories }: DeclaredVariable): ReadonlyMap<string, CategorySet> => {
  const sets = new Map<string, CategorySet>()
  for (const { words, leaves } of categories) sets.set(words, (sets.get(words) ?? 0n) | setOf(leaves))
  return sets
}

/** A place is named in a table by its code, after its name where that was known: names change, and codes do not. */
const placeSet = ({ categories }: DeclaredVariable, label: string): CategorySet | undefined => {
  const code = /E0[6-9][0-9]{6}(?=\)?$)/u.exec(label)?.[0]
  const place = code === undefined ? undefined : categories.find(({ key }) => key === code)
  return place && setOf(place.leaves)
}

const readDimension = (
  levels: readonly string[],
  labels: readonly string[],
  { bases, variables }: DeclaredVariables,
): ReadDimension | undefined => {
  const found = levels.flatMap((name) => variables.find((each) => each.name === name) ?? [])
  const [leaf] = found
  if (leaf === undefined || found.length < levels.length) return undefined
  const readers = found.map((variable) => {
    const sets = setsByWords(variable)
    return (label: string) => sets.get(label) ?? placeSet(variable, label)
  })
  const full = fullSet(bases[leaf.base]?.leaves ?? 0)
  const of = (label: string) =>
    label === total ? full : readers.map((read) => read(label)).find((set) => set !== undefined)
  const listed = labels.filter((label) => label !== total).map(of)
  if (listed.includes(undefined)) return undefined
  return { base: leaf.base, setOf: of, unlisted: full & ~listed.reduce<bigint>((all, set) => all | (set ?? 0n), 0n) }
}

const filterFactors = ({ filters }: ReadCut, { variables }: DeclaredVariables): readonly Factor[] | undefined => {
  const factors = filters.map(({ variable, keys }): Factor | undefined => {
    const known = variables.find(({ name }) => name === variable)
    const categories = keys.map((key) => known?.categories.find((each) => each.key === key))
    if (known === undefined || categories.includes(undefined)) return undefined
    return { variable: known.base, set: setOf(categories.flatMap((each) => each?.leaves ?? [])) }
  })
  return factors.includes(undefined) ? undefined : factors.flatMap((factor) => factor ?? [])
}

/** Undefined for a request that names a variable or category that is not declared. */
export const jointTableOf = (
  { id, facts: { cut, dimensions, cells } }: ReleaseCandidate,
  declared: DeclaredVariables,
  variables: readonly JointVariable[],
): JointTable | undefined => {
  const request = readCut(cut)
  const filters = request && filterFactors(request, declared)
  const ways = request?.dimensions.map((levels, at) =>
    readDimension(levels, dimensions[at]?.categories ?? [], declared),
  )
  if (filters === undefined || ways === undefined || ways.length !== dimensions.length) return undefined
  const known = ways.flatMap((way) => way ?? [])
  if (known.length < ways.length) return undefined
  const withFilters = (factors: readonly Factor[]): Box | undefined => boxOf(variables, [...filters, ...factors])
  const read: JointCell[] = []
  for (const { labels, count, published, key } of cells) {
    const box = withFilters(
      known.map(({ base, setOf: of }, at) => ({ variable: base, set: of(labels[at] ?? "") ?? 0n })),
    )
    if (box !== undefined)
      read.push({ box, count, published, key: BigInt(`0x${key}`), name: cellName(dimensions, labels) })
    else if (count > 0) return undefined
  }
  for (const { base, unlisted } of known) {
    const box = withFilters([{ variable: base, set: unlisted }])
    if (box !== undefined) read.push({ box, count: 0, published: true, key: 0n })
  }
  return { id, cells: read }
}
