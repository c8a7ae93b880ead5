/** What the audit, which shares no code with suppression, makes of a protected table. */
import { Effect, Result } from "effect"
import { leafTableOf } from "../policy/disclosure/audit/leaf-table.ts"
import { type Unwitnessed, unwitnessed } from "../policy/disclosure/audit/witnessed.ts"
import type { Protected } from "../policy/disclosure/suppress/protect.ts"
import { cellId, isLeaf, leavesOf, nodeOf } from "../policy/disclosure/tables/lattice.ts"
import type { Witness } from "../policy/disclosure/witness.ts"

/** Cells of several children each alone in a leaf, which no one witness can serve while every one of them stays. */
export const crowdsIn = ({ table: { lattice, counts }, threshold }: Protected): ReadonlySet<string> => {
  const leaves = Array.from(leavesOf(lattice, lattice.size - 1)).filter((leaf) => (counts[leaf] ?? 0) > 0)
  const filled = new Int32Array(lattice.size)
  for (const leaf of leaves) {
    let cells = [0]
    lattice.dimensions.forEach(({ chain }, at) => {
      const up = chain[nodeOf(lattice, leaf, at)] ?? []
      cells = cells.flatMap((cell) => Array.from(up, (node) => cell + node * (lattice.stride[at] ?? 1)))
    })
    for (const cell of cells) filled[cell] = (filled[cell] ?? 0) + 1
  }
  const isCrowd = (cell: number): boolean => {
    const count = counts[cell] ?? 0
    return count > 1 && count < threshold && filled[cell] === count
  }
  return new Set(
    Array.from(counts.keys())
      .filter(isCrowd)
      .map((cell) => cellId(lattice, cell)),
  )
}

/** The cells that lack a witness; undefined when a witness is refused. */
export const lackingIn = (
  { table: { lattice, counts }, published, threshold }: Protected,
  witnesses: readonly Witness[],
  insider: boolean,
): readonly Unwitnessed[] | undefined => {
  const ways = lattice.dimensions.map(({ categories, parent, leaves }) => ({
    leaves: categories.slice(0, leaves),
    parents: new Map(
      categories.slice(0, -1).map((category, at) => [category, categories[parent[at] ?? 0] ?? "Total"] as const),
    ),
  }))
  const shown = new Set<string>()
  const leafCounts: { leaf: readonly number[]; count: number }[] = []
  counts.forEach((count, cell) => {
    if (published[cell] === 1) shown.add(cellId(lattice, cell))
    if (isLeaf(lattice, cell)) leafCounts.push({ leaf: ways.map((_, way) => nodeOf(lattice, cell, way)), count })
  })
  const audit = Effect.gen(function* () {
    const table = yield* leafTableOf(ways, leafCounts, (id) => shown.has(id))
    return yield* unwitnessed(table, witnesses, { threshold, lowerBound: 1, insider })
  })
  return Result.getOrUndefined(Effect.runSync(Effect.result(audit)))
}
