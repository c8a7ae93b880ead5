/** Protects one small table, and says what an attacker who tries everything still learns of it. */
import { Effect, Result } from "effect"
import type { Level } from "../../../../policy/disclosure/suppress/goal.ts"
import { protect } from "../../../../policy/disclosure/suppress/protect.ts"
import { cellId, leavesOf } from "../../../../policy/disclosure/tables/lattice.ts"
import { rangesOf } from "./fillings.ts"
import { smallTable } from "./small-tables.ts"

export interface Learnt {
  readonly outcome: "protected" | "nothing to protect" | "refused" | "too much to try"
  readonly faults: readonly string[]
}

export const learntOf = (seed: number, level: Level, threshold: number): Learnt => {
  const table = smallTable(seed)
  const made = Effect.runSync(Effect.result(protect(table, { level, threshold })))
  if (Result.isFailure(made)) return { outcome: "refused", faults: [] }
  const { published, primaries } = made.success
  if (primaries === 0) return { outcome: "nothing to protect", faults: [] }
  const ranges = rangesOf(table, published)
  if (ranges === undefined) return { outcome: "too much to try", faults: [] }
  const id = (cell: number): string => `seed ${seed}: ${cellId(table.lattice, cell)}`
  const faults: string[] = []
  for (const [cell, { least, greatest }] of ranges) {
    if (least === greatest) faults.push(`${id(cell)} is known exactly`)
    const count = table.counts[cell] ?? 0
    if (level === "witnessed" && count < threshold && greatest < threshold)
      faults.push(`${id(cell)} is known to be small`)
  }
  if (level === "witnessed")
    for (const insider of ranges.keys()) {
      if (table.counts[insider] !== 1) continue
      for (const [cell, { least, greatest }] of rangesOf(table, published, [insider]) ?? [])
        if (least === greatest && !isSameChild(table, insider, cell)) faults.push(`${id(cell)} is known to an insider`)
    }
  return { outcome: "protected", faults }
}

const isSameChild = (table: ReturnType<typeof smallTable>, insider: number, cell: number): boolean => {
  if (table.counts[cell] !== 1) return false
  return onlyLeaf(table, cell) === onlyLeaf(table, insider)
}

const onlyLeaf = ({ lattice, counts }: ReturnType<typeof smallTable>, cell: number): number =>
  Array.from(leavesOf(lattice, cell)).find((leaf) => counts[leaf] === 1) ?? -1
