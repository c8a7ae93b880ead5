/** Which coarser cuts would have less withheld, the best first: the nearest that would do, each judged as if it were asked for. */
import { Effect } from "effect"
import type { Columns } from "../../db/evidence/columns/read-columns.ts"
import type { Ledger } from "../../policy/disclosure/beside.ts"
import { type CutTable, cutTable } from "./answered.ts"
import { asReleased } from "./as-released.ts"
import { type CoarserCut, coarserCuts, ofThoseAsked, withLevels, withoutFilter } from "./coarser-cuts.ts"
import { type Cut, canonicalCut } from "./cut.ts"
import { type Judged, judged } from "./judged.ts"

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

/** How many of a step are put to the gates of the release, which take longer than all else. */
const mostPut = 6

interface Beside {
  readonly asked: Judged
  readonly ledger: Ledger
}

interface Tried {
  readonly advice: Advice
  readonly table: CutTable
  readonly judged: Judged
}

const of = Effect.fnUntraced(function* (coarser: CoarserCut, columns: Columns, { asked, ledger }: Beside) {
  const table = yield* cutTable(coarser.cut, columns)
  const found = yield* judged(table, ledger.earlier)
  const { withheld, because, cells } = found
  if (withheld === undefined || because !== undefined) return []
  const advice = { ...coarser, withheld, shown: cells - withheld, saved: asked.least - withheld }
  return [{ advice, table, judged: found } satisfies Tried]
})

/** Fewer withheld comes first, and of two alike the one that shows more. */
const better = (a: Advice, b: Advice): number => a.withheld - b.withheld || b.shown - a.shown

/** The best of those that the release would not refuse. */
const held = Effect.fnUntraced(function* (tried: readonly Tried[], ledger: Ledger) {
  const found: Advice[] = []
  for (const { advice, table, judged: alone } of tried.slice(0, mostPut)) {
    const { because } = yield* asReleased(table, alone, ledger)
    if (because === undefined) found.push(advice)
    if (found.length === mostAdvised) break
  }
  return found
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
    const all = yield* Effect.forEach(tried, (coarser) =>
      Effect.orElseSucceed(of(coarser, columns, { asked, ledger }), () => []),
    )
    const worth = all.flat().filter(({ advice }) => asked.because !== undefined || advice.saved > 0)
    const found = yield* held(
      worth.toSorted((a, b) => better(a.advice, b.advice)),
      ledger,
    )
    if (found.length > 0) return found
    tried = further(tried)
  }
  return []
})
