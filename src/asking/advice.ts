/** Which coarser cuts would have less withheld, the best first: the nearest that would do, each judged as if it were asked for. */
import { Effect } from "effect"
import type { Columns } from "../../db/evidence/columns/read-columns.ts"
import type { Ledger } from "../../policy/disclosure/beside.ts"
import { type CutTable, cutTable } from "./answered.ts"
import { asReleased } from "./as-released.ts"
import { type CoarserCut, coarserCuts, ofThoseAsked, withLevels, withoutFilter } from "./coarser-cuts.ts"
import { type Cut, canonicalCut } from "./cut.ts"
import { type Judged, judged, smallIn, tooSparse } from "./judged.ts"

export interface Advice extends CoarserCut {
  readonly withheld: number
  /** Cells that would be shown. */
  readonly shown: number
  /** How many fewer would be withheld, at least. */
  readonly saved: number
}

const mostAdvised = 3

/** Steps that are tried, each where the one before it led to nothing. */
const mostSteps = 3

/** How many of a step are worked out and put to the gates of the release, which takes longer than all else. */
const mostPut = 8

interface Beside {
  readonly asked: Judged
  readonly ledger: Ledger
}

interface Tried {
  readonly coarser: CoarserCut
  readonly table: CutTable
  readonly small: number
}

const of = Effect.fnUntraced(function* (coarser: CoarserCut, columns: Columns) {
  const table = yield* cutTable(coarser.cut, columns)
  if ((yield* tooSparse(table)) !== undefined) return []
  return [{ coarser, table, small: smallIn(table) } satisfies Tried]
})

/** What has fewest small cells has least to withhold, and is soonest worked out. */
const likelier = (a: Tried, b: Tried): number =>
  a.small - b.small || b.table.table.lattice.size - a.table.table.lattice.size

/** Fewer withheld comes first, and of two alike the one that shows more. */
const better = (a: Advice, b: Advice): number => a.withheld - b.withheld || b.shown - a.shown

/** Those that the release would not refuse. */
const held = Effect.fnUntraced(function* (tried: readonly Tried[], { asked, ledger }: Beside) {
  const found: Advice[] = []
  for (const { coarser, table } of tried.toSorted(likelier).slice(0, mostPut)) {
    const alone = yield* judged(table, ledger)
    const { withheld, cells } = alone
    if (withheld === undefined || (asked.because === undefined && withheld >= asked.least)) continue
    const { because } = yield* asReleased(table, alone, ledger)
    if (because === undefined)
      found.push({ ...coarser, withheld, shown: cells - withheld, saved: asked.least - withheld })
    if (found.length === mostAdvised) break
  }
  return found.toSorted(better)
})

/** A step further, with what was changed before; no cut twice. */
const further = (from: readonly CoarserCut[]): readonly CoarserCut[] => {
  const all = from.flatMap(({ what, cut }) =>
    coarserCuts(cut).map((next) => ({ what: `${what}, ${next.what}`, cut: next.cut })),
  )
  return all.filter(({ cut }, at) => all.findIndex((other) => canonicalCut(other.cut) === canonicalCut(cut)) === at)
}

export const adviceFor = Effect.fnUntraced(function* (
  cut: Cut,
  columns: Columns,
  { asked, ledger }: Beside,
): Effect.fn.Return<readonly Advice[]> {
  if (asked.because === undefined && asked.withheld === 0) return []
  const isBeside = asked.beside?.isSafe === false
  let tried: readonly CoarserCut[] = [
    ...(isBeside ? [...withoutFilter(cut), ...withLevels(cut)] : []),
    ...ofThoseAsked(cut),
    ...coarserCuts(cut),
  ]
  for (let step = 1; step <= mostSteps; step++) {
    const all = yield* Effect.forEach(tried, (coarser) => Effect.orElseSucceed(of(coarser, columns), () => []))
    const found = yield* held(all.flat(), { asked, ledger })
    if (found.length > 0) return found
    tried = further(tried)
  }
  return []
})
