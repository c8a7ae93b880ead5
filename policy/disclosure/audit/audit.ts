/** Audits anybody's tables as their attacker would: an exact interval for every withheld cell, and a verdict, or a refusal to give one. */
import { Effect } from "effect"
import { consistent } from "./consistent.ts"
import { intervalsOf } from "./intervals.ts"
import type { Publication } from "./publication.ts"
import { systemOf } from "./system.ts"
import { type Leak, leaksOf, shownSmall } from "./verdict.ts"

type Interval = readonly [least: number, greatest: number | null]

/** No upper bound is `null`. */
export interface AuditedCell {
  readonly lp: Interval
  readonly integer: Interval
}

export interface Audited {
  readonly verdict: "safe" | "unsafe"
  readonly cells: Readonly<Record<string, AuditedCell>>
  readonly leaks: readonly Leak[]
  /** Small counts that are published, of which the verdict says nothing. */
  readonly shown: readonly string[]
}

/** For each part of the system that says nothing of the rest. */
const patience = 1_800

export const audit = Effect.fnUntraced(function* (input: Publication, { seconds = patience } = {}) {
  const publication = yield* consistent(input)
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
  const leaks = leaksOf(publication, system, intervals)
  const audited: Audited = {
    verdict: leaks.length === 0 ? "safe" : "unsafe",
    cells: Object.fromEntries(cells),
    leaks,
    shown: shownSmall(publication),
  }
  return audited
})
