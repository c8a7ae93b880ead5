/** Writes a move down as records taken from one leaf and put in another, in an order that is always the same. */
import { isLeaf, type Lattice, nodeOf } from "../../tables/lattice.ts"
import type { Edit } from "../../witness.ts"
import type { Move } from "../moves/move.ts"

const leafIndexes = (lattice: Lattice, leaf: number): readonly number[] =>
  lattice.dimensions.map((_, at) => nodeOf(lattice, leaf, at))

export const editsOf = (lattice: Lattice, { touched, change }: Move): readonly Edit[] => {
  const leaves = Array.from(touched, (cell, at) => ({ cell, by: change[at] as number })).filter(({ cell }) =>
    isLeaf(lattice, cell),
  )
  const lost = leaves.filter(({ by }) => by < 0).map(({ cell, by }) => ({ cell, left: -by }))
  const edits: Edit[] = []
  for (const { cell, by } of leaves.filter((leaf) => leaf.by > 0))
    for (let wanted = by; wanted > 0; ) {
      const giver = lost.find(({ left }) => left > 0)
      // A move keeps the number of records, so what one leaf gains another has lost.
      if (giver === undefined) return edits
      const count = Math.min(wanted, giver.left)
      giver.left -= count
      wanted -= count
      edits.push({ from: leafIndexes(lattice, giver.cell), to: leafIndexes(lattice, cell), count })
    }
  return edits
}
