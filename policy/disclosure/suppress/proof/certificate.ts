/** The proof that goes with a table: a witness for each cell that needs one, and hashes of what it is the proof of. */

import { createHash } from "node:crypto"
import { notGuaranteed } from "../../limits.ts"
import { csvRow } from "../../tables/csv.ts"
import { cellId, leavesOf, namesOf } from "../../tables/lattice.ts"
import type { Witness } from "../../witness.ts"
import type { ProtectedTable } from "../protect.ts"
import { editsOf } from "./edits.ts"

const sha256 = (parts: Iterable<string>): string => {
  const hash = createHash("sha256")
  for (const part of parts) hash.update(part)
  return hash.digest("hex")
}

export const witnessesOf = ({ table: { lattice, counts }, proofs }: ProtectedTable): readonly Witness[] =>
  proofs.map(({ cell, move }) => ({
    cell: cellId(lattice, cell),
    becomes: (counts[cell] as number) + (move.change[move.touched.indexOf(cell)] as number),
    edits: editsOf(lattice, move),
  }))

/** Every cell with its count, for the team alone: who publishes it leaves out the counts of those marked 0. */
export const cellsCsv = ({ table: { lattice, counts }, published }: ProtectedTable): string => {
  const lines = [csvRow([...lattice.dimensions.map(({ name }) => name), "count", "published"])]
  for (let cell = 0; cell < lattice.size; cell++)
    lines.push(`${csvRow(namesOf(lattice, cell))},${counts[cell]},${published[cell]}`)
  return `${lines.join("\n")}\n`
}

/** The text of a certificate, piece by piece; `cells` is the text of the cells that it is the proof of. */
export const certificateParts = (made: ProtectedTable, cells: string): readonly string[] => {
  const { lattice, counts } = made.table
  const witnesses = witnessesOf(made).map((witness) => JSON.stringify(witness))
  const dimensions = lattice.dimensions.map(({ name, categories, parent, leaves }) => ({
    name,
    leaves: categories.slice(0, leaves),
    parents: Object.fromEntries(
      categories.slice(0, -1).map((category, at) => [category, categories[parent[at] as number]]),
    ),
  }))
  const head = {
    level: made.level,
    threshold: made.threshold,
    dimensions,
    cells: lattice.size,
    primaries: made.primaries,
    suppressed: made.suppressed,
    sensitive: made.sensitive ?? [],
    hidden_zeros: made.hiddenZeros,
    attacker: { lower_bound: made.lowerBound, integer: true },
    verdict: "safe",
    not_guaranteed: notGuaranteed,
    hashes: {
      cells: sha256([cells]),
      records: sha256(Array.from(leavesOf(lattice, lattice.size - 1), (leaf) => `${counts[leaf]}\n`)),
      witnesses: sha256(witnesses),
    },
  }
  const start = JSON.stringify(head).slice(0, -1)
  return [start, ',"witnesses":[\n', ...witnesses.map((line, at) => (at === 0 ? line : `,\n${line}`)), "\n]}\n"]
}
