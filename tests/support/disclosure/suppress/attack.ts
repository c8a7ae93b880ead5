/** Protects one small table, and says what an attacker who tries everything still learns of it; or whether it was refused needlessly. */
import { Effect, Result } from "effect"
import { lackingIn } from "../../../../bench/disclosure-proof.ts"
import type { Level } from "../../../../policy/disclosure/suppress/goals/goal.ts"
import { witnessesOf } from "../../../../policy/disclosure/suppress/proof/certificate.ts"
import { protect } from "../../../../policy/disclosure/suppress/protect.ts"
import { cellId, leavesOf } from "../../../../policy/disclosure/tables/lattice.ts"
import type { Table } from "../../../../policy/disclosure/tables/tabulate.ts"
import { rangesOf } from "./fillings.ts"
import { smallTable } from "./small-tables.ts"

export interface Learnt {
  readonly outcome:
    | "protected"
    | "nothing to protect"
    | "too few records"
    | "cannot be protected"
    | "refused though it could be protected"
    | "too much to try"
  readonly faults: readonly string[]
}

interface Protection {
  readonly level: Level
  readonly threshold: number
}

const onlyLeaf = ({ lattice, counts }: Table, cell: number): number =>
  Array.from(leavesOf(lattice, cell)).find((leaf) => counts[leaf] === 1) ?? -1

const isSameChild = (table: Table, insider: number, cell: number): boolean =>
  table.counts[cell] === 1 && onlyLeaf(table, cell) === onlyLeaf(table, insider)

/** By cell, its fault; undefined when there are too many to try. */
const leaksIn = (
  table: Table,
  published: Uint8Array,
  { level, threshold }: Protection,
): ReadonlyMap<number, string> | undefined => {
  const ranges = rangesOf(table, published)
  if (ranges === undefined) return undefined
  const leaks = new Map<number, string>()
  for (const [cell, { least, greatest }] of ranges) {
    if (least === greatest) leaks.set(cell, "is known exactly")
    else if (level === "witnessed" && (table.counts[cell] ?? 0) < threshold && greatest < threshold)
      leaks.set(cell, "is known to be small")
  }
  if (level === "witnessed")
    for (const insider of ranges.keys()) {
      if (table.counts[insider] !== 1) continue
      for (const [cell, { least, greatest }] of rangesOf(table, published, [insider]) ?? [])
        if (least === greatest && !isSameChild(table, insider, cell)) leaks.set(cell, "is known to an insider")
    }
  return leaks
}

/** Everything but the grand total is suppressed, and what cannot be hidden shown again, if it need not be hidden. */
const couldBe = (table: Table, protection: Protection): boolean => {
  const published = table.counts.map((count, cell) => (count === 0 || cell === table.counts.length - 1 ? 1 : 0))
  for (;;) {
    const leaks = leaksIn(table, Uint8Array.from(published), protection)
    if (leaks === undefined) return false
    if (leaks.size === 0) return true
    const large = [...leaks.keys()].filter((cell) => (table.counts[cell] ?? 0) >= protection.threshold)
    if (large.length === 0) return false
    for (const cell of large) published[cell] = 1
  }
}

export const learntOf = async (seed: number, level: Level, threshold: number): Promise<Learnt> => {
  const table = smallTable(seed)
  const made = await Effect.runPromise(Effect.result(protect(table, { level, threshold })))
  if (Result.isFailure(made)) {
    if ((table.counts.at(-1) ?? 0) < threshold) return { outcome: "too few records", faults: [] }
    const isNeedless = couldBe(table, { level, threshold })
    return { outcome: isNeedless ? "refused though it could be protected" : "cannot be protected", faults: [] }
  }
  const { published, primaries } = made.success
  if (primaries === 0) return { outcome: "nothing to protect", faults: [] }
  const leaks = leaksIn(table, published, { level, threshold })
  if (leaks === undefined) return { outcome: "too much to try", faults: [] }
  const faults = [...leaks].map(([cell, what]) => `seed ${seed}: ${cellId(table.lattice, cell)} ${what}`)
  if (level === "exact") return { outcome: "protected", faults }
  const lacking = lackingIn(made.success, witnessesOf(made.success), true)
  const unbelieved = lacking === undefined || lacking.length > 0 ? [`seed ${seed}: the audit does not believe it`] : []
  return { outcome: "protected", faults: [...faults, ...unbelieved] }
}
