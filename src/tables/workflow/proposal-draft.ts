/** Takes from a protected cut of the responses what a proposal is made of: cells with their records' keys, hierarchies and witnesses. */

import { witnessesOf } from "../../../policy/disclosure/suppress/proof/certificate.ts"
import type { ProtectedTable } from "../../../policy/disclosure/suppress/protect.ts"
import type { Dimension } from "../../../policy/disclosure/tables/dimension.ts"
import { namesOf } from "../../../policy/disclosure/tables/lattice.ts"
import type { ProposalDraft } from "../../../policy/release/proposal.ts"
import type { Hierarchy } from "../../../policy/release/table.ts"
import type { UnprotectedTable } from "../request/tabulate-request.ts"

/** The root has no parent, and its children need not name it. */
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

export const proposalDraftOf = (
  { title, cut, geographies, widenedBy, dimensions, keys }: UnprotectedTable,
  made: ProtectedTable,
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
