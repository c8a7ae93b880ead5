/**
 * Audits every table ever released together with a proposed one: no small group may follow from all published counts.
 * Exact for sums of any kind over the variables of the tables; it does not bound what does not follow.
 */
import { type Box, boxKey, type JointCell, type JointTable, type JointVariable } from "./box.ts"
import type { Equation } from "./closure.ts"
import { lanes } from "./closure.ts"
import { crossesOf, usedSets } from "./crosses.ts"
import { findLeaks, type Leak } from "./find-leaks.ts"
import { type KnownGroups, knownGroups } from "./known-groups.ts"
import { monomialsOf } from "./monomials.ts"
import { inverseOf, primes } from "./prime-field.ts"

export interface Ledger {
  readonly variables: readonly JointVariable[]
  readonly tables: readonly JointTable[]
  /** Pairs of boxes that hold the same children, though their variables do not say so. */
  readonly same?: ReadonlyArray<readonly [Box, Box]>
}

export interface JointVerdict {
  readonly leaks: readonly Leak[]
  /** What readers can work out, for an explanation. */
  readonly known: KnownGroups
}

/** Each group once, published if one table publishes it. */
const canonicalCells = (tables: readonly JointTable[]): readonly JointCell[] => {
  const cells = new Map<string, JointCell>()
  for (const cell of tables.flatMap((table) => table.cells)) {
    const name = boxKey(cell.box)
    if (cell.published || !cells.has(name)) cells.set(name, cell)
  }
  return [...cells].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell)
}

/** Divides the lanes of each prime by the first that is not zero. */
const normalise = (values: readonly number[]): string =>
  primes
    .map((prime, at) => {
      const own = values.slice(at * lanes, (at + 1) * lanes)
      const scale = inverseOf(own.find((value) => value !== 0) ?? 1, prime)
      return own.map((value) => (value * scale) % prime).join()
    })
    .join(";")

export interface JointOptions {
  readonly threshold: number
  /** Up to this many groups all variables are crossed at once. */
  readonly mostTogether?: number
}

/** Everything that follows from the published cells; undefined where a cross has too many groups to look through. */
export const jointlyKnown = (
  { variables, tables, same = [] }: Ledger,
  { mostTogether }: { readonly mostTogether?: number | undefined } = {},
): KnownGroups | undefined => knownFrom({ variables, tables, same }, canonicalCells(tables), mostTogether)

const knownFrom = (
  { variables, tables, same = [] }: Ledger,
  cells: readonly JointCell[],
  mostTogether: number | undefined,
): KnownGroups | undefined => {
  const used = usedSets([...cells.map(({ box }) => box), ...same.flat()])
  const fields = primes.map((prime) => ({ prime, monomials: monomialsOf(variables, used, prime) }))
  const [first] = fields
  const boxes = tables.map((table) => table.cells.map(({ box }) => box))
  const crosses =
    first && crossesOf(variables, boxes, first.monomials, mostTogether === undefined ? {} : { mostTogether })
  if (crosses === undefined) return undefined
  const published: readonly Equation[] = [
    ...cells.filter((cell) => cell.published).map(({ box, count }) => ({ box, count })),
    ...same.map(([box, equals]) => ({ box, equals, count: 0 })),
  ]
  return knownGroups(crosses, published, fields)
}

export const jointAudit = (ledger: Ledger, { threshold, mostTogether }: JointOptions): JointVerdict | undefined => {
  const cells = canonicalCells(ledger.tables)
  const known = knownFrom(ledger, cells, mostTogether)
  if (known === undefined) return undefined
  const isSensitive = (variable: number): boolean => ledger.variables[variable]?.isSensitive ?? true
  const withheld = cells.filter(({ published }) => !published)
  return { known, leaks: known.isConsistent ? findLeaks(known, withheld, { threshold, isSensitive, normalise }) : [] }
}
