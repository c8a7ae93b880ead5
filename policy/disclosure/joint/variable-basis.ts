/** Expresses each set of a variable's categories in a basis: everybody first, then coarser sets before finer ones. */
import type { JointVariable } from "./box.ts"
import { type CategorySet, coarserFirst, fullSet, leavesOf } from "./category-set.ts"
import { inverseOf, residueOf } from "./prime-field.ts"

/** A sum of basis elements; element 0 is everybody. */
export interface Expansion {
  readonly elements: readonly number[]
  readonly factors: readonly number[]
}

export interface VariableBasis {
  readonly size: number
  /** Undefined for a set that is no combination of the sets used. */
  readonly expand: (set: CategorySet) => Expansion | undefined
  /** How many groups of leaves the used sets tell apart; each as a set. */
  readonly atoms: readonly CategorySet[]
}

/** The leaves that no used set tells apart. */
export const atomsOf = (used: readonly CategorySet[], leaves: number): readonly CategorySet[] => {
  let atoms: CategorySet[] = [fullSet(leaves)]
  for (const set of used) atoms = atoms.flatMap((atom) => [atom & set, atom & ~set].filter((part) => part !== 0n))
  return atoms
}

interface Row {
  readonly pivot: number
  readonly values: Float64Array
  /** By element of the basis. */
  readonly of: Map<number, number>
}

const firstFilled = (values: Float64Array): number => values.findIndex((value) => value !== 0)

export const variableBasis = ({ leaves }: JointVariable, sets: Iterable<CategorySet>, prime: number): VariableBasis => {
  const full = fullSet(leaves)
  const used = [...new Set([full, ...sets])].toSorted(coarserFirst)
  const atoms = atomsOf(used, leaves)
  const atomAt = new Map(atoms.flatMap((atom, at) => leavesOf(atom).map((leaf) => [leaf, at] as const)))
  const rows: Row[] = []
  let size = 0
  const reduce = (set: CategorySet) => {
    const values = new Float64Array(atoms.length)
    for (const leaf of leavesOf(set)) values[atomAt.get(leaf) ?? 0] = 1
    const of = new Map<number, number>()
    for (const row of rows) {
      const factor = values[row.pivot] ?? 0
      if (factor === 0) continue
      for (let at = 0; at < values.length; at++)
        values[at] = residueOf((values[at] ?? 0) - ((factor * (row.values[at] ?? 0)) % prime), prime)
      for (const [element, value] of row.of)
        of.set(element, residueOf((of.get(element) ?? 0) + ((factor * value) % prime), prime))
    }
    return { values, of }
  }
  const known = new Map<CategorySet, Expansion>()
  for (const set of used) {
    const { values, of } = reduce(set)
    const pivot = firstFilled(values)
    if (pivot < 0) {
      known.set(set, expansionOf(of))
      continue
    }
    known.set(set, { elements: [size], factors: [1] })
    const scale = inverseOf(values[pivot] ?? 1, prime)
    const own = new Map([[size, scale]])
    for (const [element, value] of of) own.set(element, residueOf(-((value * scale) % prime), prime))
    rows.push({ pivot, values: values.map((value) => (value * scale) % prime), of: own })
    size += 1
  }
  const expand = (set: CategorySet): Expansion | undefined => {
    const found = known.get(set)
    if (found !== undefined) return found
    if (atoms.some((atom) => (atom & set) !== 0n && (atom & set) !== atom)) return undefined
    const { values, of } = reduce(set)
    if (firstFilled(values) >= 0) return undefined
    const expansion = expansionOf(of)
    known.set(set, expansion)
    return expansion
  }
  return { size, expand, atoms }
}

const expansionOf = (of: ReadonlyMap<number, number>): Expansion => {
  const filled = [...of].filter(([, value]) => value !== 0)
  return { elements: filled.map(([element]) => element), factors: filled.map(([, value]) => value) }
}
