/** Audits a protected table with the audit, which shares no code with suppression. */
import { Effect, Result } from "effect"
import { leafTableOf } from "../policy/disclosure/audit/leaf-table.ts"
import type { Publication, Relation } from "../policy/disclosure/audit/publication.ts"
import { findUnwitnessed, type UnwitnessedCell } from "../policy/disclosure/audit/witnessed.ts"
import type { ProtectedTable } from "../policy/disclosure/suppress/protect.ts"
import { cellId, isLeaf, nodeOf } from "../policy/disclosure/tables/lattice.ts"
import type { Witness } from "../policy/disclosure/witness.ts"

/** The table as it would be published: every cell, and each total with its parts. */
export const publicationOf = ({
  table: { lattice, counts },
  published,
  threshold,
  lowerBound,
}: ProtectedTable): Publication => {
  const ids = Array.from(counts, (_, cell) => cellId(lattice, cell))
  const children = lattice.dimensions.map(({ categories, parent }) => {
    const below: number[][] = categories.map(() => [])
    parent.forEach((above, node) => {
      below[above]?.push(node)
    })
    return below
  })
  const relations = ids.flatMap((id, cell) =>
    children.flatMap((below, way): Relation[] => {
      const node = nodeOf(lattice, cell, way)
      const parts = (below[node] ?? []).map((child) => ids[cell + (child - node) * (lattice.stride[way] ?? 1)] ?? "")
      return parts.length === 0 ? [] : [[id, ...parts]]
    }),
  )
  const cells = ids.map((id, cell) => [id, { value: counts[cell] ?? 0, published: published[cell] === 1 }] as const)
  return { threshold, attacker: { lowerBound, integer: true }, cells: new Map(cells), relations }
}

/** The cells that lack a witness; undefined when a witness is refused. */
export const lackingIn = (
  { table: { lattice, counts }, published, threshold }: ProtectedTable,
  witnesses: readonly Witness[],
  insider: boolean,
): readonly UnwitnessedCell[] | undefined => {
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
    return yield* findUnwitnessed(table, witnesses, { threshold, lowerBound: 1, insider })
  })
  return Result.getOrUndefined(Effect.runSync(Effect.result(audit)))
}
