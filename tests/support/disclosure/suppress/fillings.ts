/** Finds every set of counts that fits the published cells of a small table by trial: all that an attacker can know. */
import { isLeaf, leavesOf } from "../../../../policy/disclosure/tables/lattice.ts"
import type { Table } from "../../../../policy/disclosure/tables/tabulate.ts"

export interface Range {
  readonly least: number
  readonly greatest: number
}

/** Of each suppressed cell; undefined when there is too much to try. `known` are cells whose count the attacker has; none is under `lowest`. */
export const rangesOf = (
  { lattice, counts }: Table,
  published: Uint8Array,
  known: readonly number[] = [],
  most = 300_000,
  lowest = 1,
): ReadonlyMap<number, Range> | undefined => {
  const cells = Array.from({ length: lattice.size }, (_, cell) => cell)
  const unknown = cells.filter((cell) => isLeaf(lattice, cell) && published[cell] === 0)
  const parts = cells.map((cell) => Array.from(leavesOf(lattice, cell)))
  const within = unknown.map((leaf) => cells.filter((cell) => parts[cell]?.includes(leaf)))
  const lastOf = cells.map((cell) =>
    Math.max(-1, ...unknown.flatMap((leaf, at) => (parts[cell]?.includes(leaf) ? [at] : []))),
  )
  const isFixed = (cell: number): boolean => published[cell] === 1 || known.includes(cell)
  const sums = new Int32Array(lattice.size)
  const left = new Int32Array(lattice.size)
  for (const cell of cells)
    for (const leaf of parts[cell] ?? []) {
      if (published[leaf] === 1) sums[cell] = (sums[cell] ?? 0) + (counts[leaf] ?? 0)
      else left[cell] = (left[cell] ?? 0) + 1
    }
  const found = new Map<number, Range>()
  let tried = 0
  const fill = (at: number): void => {
    if (at === unknown.length) {
      for (const cell of cells) {
        if (published[cell] === 1) continue
        const sum = sums[cell] ?? 0
        const { least, greatest } = found.get(cell) ?? { least: sum, greatest: sum }
        found.set(cell, { least: Math.min(least, sum), greatest: Math.max(greatest, sum) })
      }
      return
    }
    for (const cell of within[at] ?? []) left[cell] = (left[cell] ?? 0) - 1
    const room = Math.min(
      ...(within[at] ?? [])
        .filter(isFixed)
        .map((cell) => (counts[cell] ?? 0) - (sums[cell] ?? 0) - lowest * (left[cell] ?? 0)),
    )
    for (let value = lowest; value <= room && tried <= most; value++) {
      tried++
      for (const cell of within[at] ?? []) sums[cell] = (sums[cell] ?? 0) + value
      if ((within[at] ?? []).every((cell) => !isFixed(cell) || lastOf[cell] !== at || sums[cell] === counts[cell]))
        fill(at + 1)
      for (const cell of within[at] ?? []) sums[cell] = (sums[cell] ?? 0) - value
    }
    for (const cell of within[at] ?? []) left[cell] = (left[cell] ?? 0) + 1
  }
  fill(0)
  return tried > most ? undefined : found
}
