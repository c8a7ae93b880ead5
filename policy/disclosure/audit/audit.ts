/** Audits published tables as an attacker would: gives an exact interval for every withheld cell and a verdict, or refuses to decide. */
import { Effect } from "effect"
import { checkConsistency } from "./consistency.ts"
import { intervalsOf } from "./intervals.ts"
import type { Publication } from "./publication.ts"
import { systemOf } from "./system.ts"
import { findLeaks, type Leak, publishedSmallCells } from "./verdict.ts"

type Interval = readonly [least: number, greatest: number | null]

/** A greatest count of `null` means no upper bound. */
export interface AuditedCell {
  readonly lp: Interval
  readonly integer: Interval
}

export interface Audited {
  readonly verdict: "safe" | "unsafe"
  readonly cells: Readonly<Record<string, AuditedCell>>
  readonly leaks: readonly Leak[]
  /** Small counts that are published. The verdict covers only withheld counts. */
  readonly shown: readonly string[]
}

/** Seconds for each component. */
const patience = 1_800

export const audit = Effect.fn("Audit.audit")(function* (input: Publication, { seconds = patience } = {}) {
  const publication = yield* checkConsistency(input)
  const system = systemOf(publication)
  const intervals = yield* intervalsOf(system, { lowerBound: publication.attacker.lowerBound, seconds })
  const interval = ({ lower, upper }: (typeof intervals)["linear"], column: number): Interval => {
    const greatest = upper[column] ?? 0
    return [lower[column] ?? 0, Number.isFinite(greatest) ? greatest : null]
  }
  const cells = system.ids.map((id, column): [string, AuditedCell] => [
    id,
    { lp: interval(intervals.linear, column), integer: interval(intervals.whole, column) },
  ])
  const leaks = findLeaks(publication, system, intervals)
  const audited: Audited = {
    verdict: leaks.length === 0 ? "safe" : "unsafe",
    cells: Object.fromEntries(cells),
    leaks,
    shown: publishedSmallCells(publication),
  }
  return audited
})
