/** States what readers know of one cross as equations over its smallest groups, without those whose count follows. */

import type { Bounds } from "../audit/bounds.ts"
import type { Equations } from "../audit/system.ts"
import { equationsOf } from "../audit/system.ts"
import { type Box, boxKey, type JointCell, type JointTable, type JointVariable } from "./box.ts"
import { isWithin } from "./category-set.ts"
import { groupOf } from "./cross.ts"
import { usedSets } from "./crosses.ts"
import type { KnownCross, KnownGroups } from "./known-groups.ts"
import { atomsOf } from "./variable-basis.ts"

/** A withheld count: `known` children of it are known, and the rest are in `columns`. */
export interface Target {
  readonly cell: JointCell
  readonly columns: readonly number[]
  readonly known: number
}

export interface CrossEquations {
  readonly equations: Equations
  readonly bounds: Bounds
  readonly targets: readonly Target[]
  /** The counts themselves, where tables withhold each of the smallest groups. */
  readonly counts: Float64Array | undefined
}

const hidesZeros = ({ cells }: JointTable): boolean => cells.some(({ count, published }) => count === 0 && !published)

/** More smallest groups than this are not looked through. */
export const mostAtoms = 60_000

export const isOf = (table: JointTable, { cross }: KnownCross): boolean =>
  table.cells.every(({ box }) => box.every(({ variable }) => cross.axes.some((axis) => axis.variable === variable)))

/** Numbers the smallest groups of a cross that the boxes tell apart, the last variable first. */
const numbering = (variables: readonly JointVariable[], known: KnownCross, boxes: readonly Box[]) => {
  const used = usedSets(boxes)
  const ways = known.cross.axes.map(({ variable }) => ({
    variable,
    atoms: atomsOf([...(used.get(variable) ?? [])], variables[variable]?.leaves ?? 1),
  }))
  const size = ways.reduce((all, { atoms }) => all * atoms.length, 1)
  const atomsIn = (box: Box): readonly number[] => {
    let places: readonly number[] = [0]
    for (const { variable, atoms } of ways) {
      const set = box.find((factor) => factor.variable === variable)?.set
      const own = [...atoms.keys()].filter((at) => set === undefined || isWithin(atoms[at] ?? 0n, set))
      places = places.flatMap((place) => own.map((at) => place * atoms.length + at))
    }
    return places
  }
  const boxAt = (place: number): Box => {
    let rest = place
    const factors = ways.toReversed().map(({ variable, atoms }) => {
      const set = atoms[rest % atoms.length] ?? 0n
      rest = Math.floor(rest / atoms.length)
      return { variable, set }
    })
    return factors.toReversed().filter(({ variable, set }) => sizeIsLess(variables, variable, set))
  }
  return { size, atomsIn, boxAt }
}

const sizeIsLess = (variables: readonly JointVariable[], variable: number, set: bigint): boolean =>
  set !== (1n << BigInt(variables[variable]?.leaves ?? 1)) - 1n

interface Row {
  readonly indices: number[]
  readonly coefficients: number[]
  readonly sum: number
}

/** Undefined where the cross has too many smallest groups. */
export const crossEquations = (
  variables: readonly JointVariable[],
  { equations }: KnownGroups,
  known: KnownCross,
  tables: readonly JointTable[],
): CrossEquations | undefined => {
  const isIn = (box: Box): boolean =>
    box.every(({ variable }) => known.cross.axes.some((axis) => axis.variable === variable))
  // Counts of other tables belong here too, such as the total of one that is filtered by a variable of this cross.
  const published = equations.filter(({ box, equals }) => equals === undefined && isIn(box))
  const { size, atomsIn, boxAt } = numbering(variables, known, [
    ...published.map(({ box }) => box),
    ...tables.flatMap(({ cells }) => cells.map(({ box }) => box)),
  ])
  if (size > mostAtoms) return undefined
  const columnOf = new Int32Array(size)
  const counts = new Float64Array(size)
  let columns = 0
  for (let atom = 0; atom < size; atom++) {
    const group = groupOf(known.cross, boxAt(atom))
    const follows = group >= 0 && known.follows[group] === 1
    columnOf[atom] = follows ? -1 : columns++
    counts[atom] = follows ? (known.counts[group] ?? 0) : 0
  }
  const split = (box: Box) => {
    const atoms = atomsIn(box)
    return {
      columns: atoms.flatMap((atom) => (columnOf[atom] === -1 ? [] : [columnOf[atom] ?? 0])),
      known: atoms.reduce((sum, atom) => sum + (counts[atom] ?? 0), 0),
    }
  }
  const rows = new Map<string, Row>()
  for (const { box, count } of published) {
    const { columns: indices, known: sure } = split(box)
    if (indices.length > 0)
      rows.set(indices.join(), { indices: [...indices], coefficients: indices.map(() => 1), sum: count - sure })
  }
  const lower: number[] = new Array(columns).fill(0)
  const own: (number | undefined)[] = new Array(columns).fill(undefined)
  const shown = new Set(published.map(({ box }) => boxKey(box)))
  const targets = new Map<string, Target>()
  for (const table of tables) {
    const least = hidesZeros(table) ? 0 : 1
    for (const cell of table.cells) {
      if (cell.published || shown.has(boxKey(cell.box))) continue
      const part = split(cell.box)
      targets.set(boxKey(cell.box), { cell, ...part })
      const [only, ...more] = part.columns
      if (only !== undefined && more.length === 0) own[only] = cell.count - part.known
      if (least === 0 || only === undefined || part.known >= least) continue
      if (more.length === 0) lower[only] = 1
      else {
        // At least one child is in these: their sum less a further column is 1.
        const spare = lower.push(0) - 1
        own.push(cell.count - least)
        rows.set(`least ${part.columns.join()}`, {
          indices: [...part.columns, spare],
          coefficients: [...part.columns.map(() => 1), -1],
          sum: least - part.known,
        })
      }
    }
  }
  return {
    equations: equationsOf(lower.length, [...rows.values()]),
    bounds: { lower: Float64Array.from(lower), upper: new Float64Array(lower.length).fill(Number.POSITIVE_INFINITY) },
    targets: [...targets.values()],
    counts: own.includes(undefined) ? undefined : Float64Array.from(own, (count) => count ?? 0),
  }
}
