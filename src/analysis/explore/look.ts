/** Looks at variables among the responses: counts, percentages with intervals, and a test of each, corrected for their number. */
import { Effect, Schema } from "effect"
import type { Columns } from "../../../db/evidence/columns/read-columns.ts"
import type { Chosen } from "../copy/choose-variables.ts"
import type { Counts, Design, Shares } from "../statistics/design.ts"
import { childrenIn } from "../statistics/design.ts"
import { estimate } from "../statistics/estimate.ts"
import { type Interval, logitInterval, wilson } from "../statistics/interval.ts"
import { holm, type Independence, raoScott } from "../statistics/rao-scott.ts"
import type { Weighed } from "../weights/weigh.ts"
import { type Base, type Coded, codedOf, crossCounts, everybody, inBase } from "./cross.ts"

export interface LookRequest {
  readonly rows: readonly Chosen[]
  readonly column: Chosen | undefined
  readonly base: Base
  /** Whether the percentages of a column, or of a row, add up to 100. */
  readonly percent: "columns" | "rows"
}

export interface Cell {
  readonly responses: number
  readonly share: number
  readonly interval: Interval
}

export interface Look {
  readonly chosen: Chosen
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** A list for each row. */
  readonly cells: readonly (readonly Cell[])[]
  /** Children in the base of each column, or of each row. */
  readonly bases: readonly number[]
  readonly base: number
  readonly test?: Independence & { readonly corrected: number }
}

export class LookRefused extends Schema.TaggedError<LookRefused>()("LookRefused", { reason: Schema.String }) {
  override get message() {
    return `${this.reason} Nothing was shown.`
  }
}

/** More than this nobody reads. */
export const mostCells = 600

const unweighted = (responses: number): Weighed => ({
  unitOf: new Int32Array(responses),
  design: { weights: Float64Array.of(1), raked: Float64Array.of(1), margins: [] },
})

const totalOf = (counts: Counts, category: number): number => {
  let sum = 0
  for (let at = category; at < counts.of.length; at += counts.categories + 1) sum += counts.of[at] ?? 0
  return sum
}

/** Kish's effective number of children in some categories. */
const effectiveIn = ({ weights }: Design, { categories, of }: Counts, members: readonly number[]): number => {
  let [sum, squares] = [0, 0]
  weights.forEach((weight, unit) => {
    for (const member of members) {
      const children = of[unit * (categories + 1) + member] ?? 0
      sum += weight * children
      squares += weight * weight * children
    }
  })
  return squares === 0 ? 0 : (sum * sum) / squares
}

/**
 * The percentages within some categories of a cross, from its own covariance: the share of a part is linearised in the same
 * way as the parts.
 */
const within = (
  design: Design,
  counts: Counts,
  found: Shares,
  members: readonly number[],
  freedom: number | undefined,
) => {
  const { categories } = counts
  const cov = (one: number, other: number): number => found.covariance[one * categories + other] ?? 0
  const sumOf = (value: (member: number) => number): number => members.reduce((sum, each) => sum + value(each), 0)
  const responses = members.map((member) => totalOf(counts, member))
  const base = responses.reduce((sum, each) => sum + each, 0)
  const whole = sumOf((member) => found.shares[member] ?? 0)
  const wholeVariance = sumOf((one) => sumOf((other) => cov(one, other)))
  const effective = freedom === undefined ? 0 : effectiveIn(design, counts, members)
  const cells = members.map((member, at): Cell => {
    const share = whole === 0 ? 0 : (found.shares[member] ?? 0) / whole
    const count = responses[at] ?? 0
    if (freedom === undefined) return { responses: count, share, interval: wilson(count, base) }
    const variance =
      cov(member, member) - 2 * share * sumOf((other) => cov(member, other)) + share * share * wholeVariance
    const error = Math.sqrt(Math.max(0, variance)) / whole
    return { responses: count, share, interval: logitInterval(share, error, freedom, effective) }
  })
  return { cells, base }
}

const transposed = <A>(lists: readonly (readonly A[])[]): readonly (readonly A[])[] =>
  (lists[0] ?? []).map((_, at) => lists.flatMap((list) => list.slice(at, at + 1)))

const lookAt = (
  chosen: Chosen,
  row: Coded,
  column: Coded,
  percent: "columns" | "rows",
  weighed: Weighed,
  isWeighted: boolean,
) => {
  const { unitOf, design } = weighed
  const counts = crossCounts(row, column, unitOf, design.weights.length)
  const freedom = childrenIn(counts, false).reduce((sum, each) => sum + each, 0) - 1
  const found = estimate(design, counts)
  const [height, width] = [row.words.length, column.words.length]
  const ofRow = row.words.map((_, at) => column.words.map((_c, place) => at * width + place))
  const parts = (percent === "columns" ? transposed(ofRow) : ofRow).map((members) =>
    within(design, counts, found, members, isWeighted ? freedom : undefined),
  )
  const lists = parts.map(({ cells }) => cells)
  const test = height > 1 && width > 1 ? raoScott(found, [height, width], freedom) : undefined
  const bases = parts.map(({ base }) => base)
  return {
    look: {
      ...{ chosen, rows: row.words, columns: column.words, bases },
      cells: percent === "columns" ? transposed(lists) : lists,
      base: bases.reduce((sum, each) => sum + each, 0),
    },
    test,
  }
}

/** `weighed` is `undefined` for a look without weights. */
export const look = Effect.fnUntraced(function* (
  columns: Columns,
  { rows, column, base, percent }: LookRequest,
  isChosen: Uint8Array,
  weighed?: Weighed,
): Effect.fn.Return<readonly Look[], LookRefused> {
  const across = column && columns.columns.get(column.variable.name)
  const chosenColumn = across === undefined ? isChosen : inBase(across, base, isChosen)
  const found = []
  for (const chosen of rows) {
    const read = columns.columns.get(chosen.variable.name)
    if (read === undefined) continue
    // A category without a child in both bases would be an empty row or column, which no test can hold.
    const isInBoth = inBase(read, base, chosenColumn)
    const row = codedOf(read, base, isInBoth)
    const coded = across === undefined ? everybody(isInBoth) : codedOf(across, base, isInBoth)
    const cells = row.words.length * coded.words.length
    if (cells === 0)
      return yield* new LookRefused({
        reason: `No child is in the base of ${chosen.entry.name}${column === undefined ? "" : ` and ${column.entry.name}`}.`,
      })
    if (cells > mostCells)
      return yield* new LookRefused({
        reason: `${chosen.entry.name} gives ${cells} cells, more than ${mostCells}: name a coarser variable.`,
      })
    found.push(lookAt(chosen, row, coded, percent, weighed ?? unweighted(columns.responses), weighed !== undefined))
  }
  const tests = found.flatMap(({ test }) => (test === undefined ? [] : [test]))
  const corrected = new Map(holm(tests.map(({ p }) => p)).map((p, at) => [tests[at], p]))
  return found.map(({ look: each, test }) => ({
    ...each,
    ...(test !== undefined && { test: { ...test, corrected: corrected.get(test) ?? test.p } }),
  }))
})
