/** Which coarser cuts would have less withheld, the best first: each is judged as it would be if it were asked for. */
import { Effect } from "effect"
import type { Columns } from "../../db/evidence/columns/read-columns.ts"
import { cutTable } from "./answered.ts"
import { type CoarserCut, coarserCuts } from "./coarser-cuts.ts"
import type { Cut } from "./cut.ts"
import { type Judged, judged } from "./judged.ts"

export interface Advice extends CoarserCut {
  readonly withheld: number
  /** Cells that would be shown. */
  readonly shown: number
  /** How many fewer would be withheld, where that is known. */
  readonly saved: number | undefined
}

const mostAdvised = 3

const of = Effect.fnUntraced(function* (coarser: CoarserCut, columns: Columns, asked: Judged) {
  const { withheld, because, cells } = yield* Effect.flatMap(cutTable(coarser.cut, columns), judged)
  if (withheld === undefined || because !== undefined) return []
  const saved = asked.withheld === undefined ? undefined : asked.withheld - withheld
  return [{ ...coarser, withheld, shown: cells - withheld, saved } satisfies Advice]
})

/** Fewer withheld comes first, and of two alike the one that shows more. */
const better = (a: Advice, b: Advice): number => a.withheld - b.withheld || b.shown - a.shown

export const adviceFor = Effect.fnUntraced(function* (
  cut: Cut,
  columns: Columns,
  asked: Judged,
): Effect.fn.Return<readonly Advice[]> {
  if (asked.because === undefined && asked.withheld === 0) return []
  const all = yield* Effect.forEach(coarserCuts(cut), (coarser) =>
    Effect.orElseSucceed(of(coarser, columns, asked), () => []),
  )
  return all
    .flat()
    .filter(({ saved }) => asked.because !== undefined || (saved ?? 0) > 0)
    .toSorted(better)
    .slice(0, mostAdvised)
})
