/** Which coarser cuts would have less withheld, the best first: the nearest that would do, each judged as if it were asked for. */
import { Effect } from "effect"
import type { Columns } from "../../db/evidence/columns/read-columns.ts"
import { cutTable } from "./answered.ts"
import { type CoarserCut, coarserCuts } from "./coarser-cuts.ts"
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

const of = Effect.fnUntraced(function* (coarser: CoarserCut, columns: Columns, asked: Judged) {
  const { withheld, because, cells } = yield* Effect.flatMap(cutTable(coarser.cut, columns), judged)
  if (withheld === undefined || because !== undefined) return []
  return [{ ...coarser, withheld, shown: cells - withheld, saved: asked.least - withheld } satisfies Advice]
})

/** Fewer withheld comes first, and of two alike the one that shows more. */
const better = (a: Advice, b: Advice): number => a.withheld - b.withheld || b.shown - a.shown

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
  asked: Judged,
): Effect.fn.Return<readonly Advice[]> {
  if (asked.because === undefined && asked.withheld === 0) return []
  let tried = coarserCuts(cut)
  for (let step = 1; step <= mostSteps; step++) {
    const all = yield* Effect.forEach(tried, (coarser) => Effect.orElseSucceed(of(coarser, columns, asked), () => []))
    const found = all.flat().filter(({ saved }) => asked.because !== undefined || saved > 0)
    if (found.length > 0) return found.toSorted(better).slice(0, mostAdvised)
    tried = further(tried)
  }
  return []
})
