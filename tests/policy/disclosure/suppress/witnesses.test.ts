/** Every witness holds when its records are moved and tabulated again; and a mask or a proof with a hole in it is refused. */
import { Effect, Result } from "effect"
import { describe, expect, test } from "vitest"
import { leafTableOf } from "../../../../policy/disclosure/audit/leaf-table.ts"
import { findUnwitnessed } from "../../../../policy/disclosure/audit/witnessed.ts"
import { cellsCsv, certificateParts, witnessesOf } from "../../../../policy/disclosure/suppress/proof/certificate.ts"
import type { ProtectedTable } from "../../../../policy/disclosure/suppress/protect.ts"
import { cellId, isLeaf, leavesOf, nodeOf } from "../../../../policy/disclosure/tables/lattice.ts"
import type { Witness } from "../../../../policy/disclosure/witness.ts"
import { protectedOf, rowsDrawn } from "../../../support/disclosure/suppress/records.ts"
import { drawing } from "../../../support/disclosure/suppress/small-tables.ts"

const made = await protectedOf(rowsDrawn(1))
const witnesses = witnessesOf(made)

/** Cells of several children each alone in a leaf: none of these can stay while the cell changes, but any one of them can. */
const crowds = new Set(
  Array.from(made.table.counts.keys())
    .filter((cell) => {
      const leaves = Array.from(leavesOf(made.table.lattice, cell), (leaf) => made.table.counts[leaf] ?? 0)
      const count = made.table.counts[cell] ?? 0
      return count > 1 && count < 10 && leaves.every((each) => each <= 1)
    })
    .map((cell) => cellId(made.table.lattice, cell)),
)

/** Every cell counted again from the leaves, one leaf at a time. */
const recounted = ({ table: { lattice, counts } }: ProtectedTable, { edits }: Witness): readonly number[] => {
  const leaves = counts.slice()
  const at = (indexes: readonly number[]): number =>
    indexes.reduce((sum, index, way) => sum + index * (lattice.stride[way] ?? 0), 0)
  for (const { from, to, count } of edits) {
    leaves[at(from)] = (leaves[at(from)] ?? 0) - count
    leaves[at(to)] = (leaves[at(to)] ?? 0) + count
  }
  return Array.from(counts, (_, cell) =>
    Array.from(leavesOf(lattice, cell)).reduce((sum, leaf) => sum + (leaves[leaf] ?? 0), 0),
  )
}

const auditOf = ({ table: { lattice, counts } }: ProtectedTable, published: Uint8Array, shown: readonly Witness[]) =>
  Effect.runSync(
    Effect.result(
      Effect.gen(function* () {
        const ways = lattice.dimensions.map(({ categories, parent, leaves }) => ({
          leaves: categories.slice(0, leaves),
          parents: new Map(
            categories.slice(0, -1).map((category, at) => [category, categories[parent[at] ?? 0] ?? "Total"] as const),
          ),
        }))
        const numbers = new Map(Array.from(counts, (_, cell) => [cellId(lattice, cell), cell]))
        const leafCounts = Array.from(counts.keys())
          .filter((cell) => isLeaf(lattice, cell))
          .map((cell) => ({ leaf: ways.map((_, way) => nodeOf(lattice, cell, way)), count: counts[cell] ?? 0 }))
        const table = yield* leafTableOf(ways, leafCounts, (id) => published[numbers.get(id) ?? 0] === 1)
        return yield* findUnwitnessed(table, shown, { threshold: 10, lowerBound: 1, insider: true })
      }),
    ),
  )

describe("small-cells-suppressed: witnesses", { tags: ["small-cells-suppressed"] }, () => {
  test("each changes its cell as it says, and nothing that is published", () => {
    const { counts, lattice } = made.table
    expect(witnesses.length).toBeGreaterThan(50)
    for (const witness of witnesses) {
      const other = recounted(made, witness)
      other.forEach((count, cell) => {
        if (made.published[cell] === 1) expect(count).toBe(counts[cell])
        else expect(count).toBeGreaterThanOrEqual(1)
        if (cellId(lattice, cell) === witness.cell) expect(count).toBe(witness.becomes)
      })
    }
  })

  test("every primary has one at the threshold or above", () => {
    const lifted = new Set(witnesses.filter(({ becomes }) => becomes >= 10).map(({ cell }) => cell))
    const { counts, lattice } = made.table
    const small = Array.from(counts.keys()).filter((cell) => (counts[cell] ?? 0) > 0 && (counts[cell] ?? 0) < 10)
    expect(small.filter((cell) => !lifted.has(cellId(lattice, cell)))).toEqual([])
    expect(small.every((cell) => made.published[cell] === 0)).toBe(true)
  })

  test("the audit, which shares no code with this, believes them", () => {
    const lacking = Result.getOrThrow(auditOf(made, made.published, witnesses))
    expect(lacking).toEqual([])
  })

  test("a cell of children alone in their leaves is lifted twice, by a different child each time", () => {
    expect(crowds.size).toBeGreaterThan(0)
    for (const id of crowds) {
      const own = witnesses.filter(({ cell, becomes }) => cell === id && becomes >= 10)
      expect(new Set(own.map(({ edits }) => edits.map(({ to }) => to.join()).join())).size).toBeGreaterThan(1)
    }
  })

  test("without any one of them the table is refused", () => {
    const dropping = witnesses.filter((_, at) => process.env["FULL"] || at % 8 === 0)
    for (const dropped of dropping) {
      const found = auditOf(
        made,
        made.published,
        witnesses.filter((each) => each !== dropped),
      )
      const lacking = Result.isFailure(found) ? found.failure.message : found.success.map(({ cell }) => cell)
      expect(lacking).toContain(dropped.cell)
    }
  })

  test("publishing any one needed secondary is refused", () => {
    const { counts } = made.table
    const secondaries = Array.from(counts.keys()).filter(
      (cell) => made.published[cell] === 0 && (counts[cell] ?? 0) >= 10,
    )
    expect(secondaries.length).toBeGreaterThan(5)
    for (const cell of secondaries) {
      const published = made.published.slice()
      published[cell] = 1
      expect(Result.isFailure(auditOf(made, published, witnesses))).toBe(true)
    }
  })

  test("the same bytes for the same records in another order", async () => {
    const rows = [...rowsDrawn(1)]
    const draw = drawing(5)
    for (let at = rows.length - 1; at > 0; at--) {
      const other = draw(at + 1)
      ;[rows[at], rows[other]] = [rows[other] ?? [0, 0, 0], rows[at] ?? [0, 0, 0]]
    }
    const again = await protectedOf(rows)
    expect(cellsCsv(again)).toBe(cellsCsv(made))
    expect(certificateParts(again, "").join("")).toBe(certificateParts(made, "").join(""))
  })
})
