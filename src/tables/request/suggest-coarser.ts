/** Which coarser cuts would have less withheld, the best first: the nearest that would do, each judged as if it were asked for. */
import { Effect } from "effect"
import type { Columns } from "../../../db/evidence/columns/read-columns.ts"
import type { PriorReleases } from "../../../policy/release/linked-tables-gate.ts"
import { type Assessment, assess, smallIn, tooSparse } from "./assess.ts"
import { type CoarserRequest, coarserRequests, onlyFormsAsking, withLevels, withoutFilter } from "./coarser-requests.ts"
import { dryRunRelease } from "./dry-run-release.ts"
import { requestText, type TableRequest } from "./table-request.ts"
import { tabulateRequest, type UnprotectedTable } from "./tabulate-request.ts"

export interface Suggestion extends CoarserRequest {
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
  readonly asked: Assessment
  readonly prior: PriorReleases
}

interface Tried {
  readonly coarser: CoarserRequest
  readonly table: UnprotectedTable
  readonly small: number
}

const of = Effect.fnUntraced(function* (coarser: CoarserRequest, columns: Columns) {
  const table = yield* tabulateRequest(coarser.cut, columns)
  if ((yield* tooSparse(table)) !== undefined) return []
  return [{ coarser, table, small: smallIn(table) } satisfies Tried]
})

/** What has fewest small cells has least to withhold, and is soonest worked out. */
const likelier = (a: Tried, b: Tried): number =>
  a.small - b.small || b.table.table.lattice.size - a.table.table.lattice.size

/** Fewer withheld comes first, and of two alike the one that shows more. */
const better = (a: Suggestion, b: Suggestion): number => a.withheld - b.withheld || b.shown - a.shown

/** Those that the release would not refuse. */
const held = Effect.fnUntraced(function* (tried: readonly Tried[], { asked, prior }: Beside) {
  const found: Suggestion[] = []
  for (const { coarser, table } of tried.toSorted(likelier).slice(0, mostPut)) {
    const alone = yield* assess(table, prior)
    const { withheld, cells } = alone
    if (withheld === undefined || (asked.because === undefined && withheld >= asked.least)) continue
    const { because } = yield* dryRunRelease(table, alone, prior)
    if (because === undefined)
      found.push({ ...coarser, withheld, shown: cells - withheld, saved: asked.least - withheld })
    if (found.length === mostAdvised) break
  }
  return found.toSorted(better)
})

/** A step further, with what was changed before; no cut twice. */
const further = (from: readonly CoarserRequest[]): readonly CoarserRequest[] => {
  const all = from.flatMap(({ what, cut }) =>
    coarserRequests(cut).map((next) => ({ what: `${what}, ${next.what}`, cut: next.cut })),
  )
  return all.filter(({ cut }, at) => all.findIndex((other) => requestText(other.cut) === requestText(cut)) === at)
}

export const suggestCoarser = Effect.fnUntraced(function* (
  cut: TableRequest,
  columns: Columns,
  { asked, prior }: Beside,
): Effect.fn.Return<readonly Suggestion[]> {
  if (asked.because === undefined && asked.withheld === 0) return []
  const isBeside = asked.beside?.isSafe === false
  let tried: readonly CoarserRequest[] = [
    ...(isBeside ? [...withoutFilter(cut), ...withLevels(cut)] : []),
    ...onlyFormsAsking(cut),
    ...coarserRequests(cut),
  ]
  for (let step = 1; step <= mostSteps; step++) {
    const all = yield* Effect.forEach(tried, (coarser) => Effect.orElseSucceed(of(coarser, columns), () => []))
    const found = yield* held(all.flat(), { asked, prior })
    if (found.length > 0) return found
    tried = further(tried)
  }
  return []
})
