/** Takes from a protected cut of the responses what a proposal is made of: cells with their records' keys, hierarchies and witnesses. */
import type { ProposalDraft } from "../../policy/disclosure/proposal.ts"
import { witnessesOf } from "../../policy/disclosure/suppress/certificate.ts"
import type { Protected } from "../../policy/disclosure/suppress/protect.ts"
import type { Hierarchy } from "../../policy/disclosure/table.ts"
import type { Dimension } from "../../policy/disclosure/tables/dimension.ts"
import { namesOf } from "../../policy/disclosure/tables/lattice.ts"
import type { CutTable } from "../asking/answered.ts"

/** The root has no parent, and what lies directly below it need not name it. */
const hierarchyOf = ({ categories, parent, leaves }: Dimension): Hierarchy => {
  const root = categories.length - 1
  return {
    leaves: categories.slice(0, leaves),
    parents: Object.fromEntries(
      categories.flatMap((category, at) => {
        const above = parent[at] ?? root
        return at === root || above === root ? [] : [[category, categories[above] ?? ""]]
      }),
    ),
  }
}

export const proposedParts = (
  { title, cut, geographies, widenedBy, dimensions, keys }: CutTable,
  made: Protected,
): ProposalDraft => {
  const { lattice, counts } = made.table
  return {
    ...{ title, cut, geographies, dimensions },
    ...(widenedBy === undefined ? {} : { widenedBy }),
    hierarchies: lattice.dimensions.map(hierarchyOf),
    cells: Array.from(counts, (count, cell) => ({
      labels: namesOf(lattice, cell),
      count,
      published: made.published[cell] === 1,
      key: (keys[cell] ?? 0n).toString(16).padStart(16, "0"),
    })),
    witnesses: witnessesOf(made),
  }
}
