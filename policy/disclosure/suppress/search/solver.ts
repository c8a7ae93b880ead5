/** HiGHS, asked for the cheapest whole numbers: what it says is a hint to be checked, and where it stops before an answer the table is refused. */
import { Effect } from "effect"
import loadHighs, { type Highs, type Model } from "highs"
import { TableRefused } from "../../tables/refused.ts"

/** Bounds the sum of `factors` times the columns. */
export interface Row {
  readonly columns: readonly number[]
  readonly factors: readonly number[]
  readonly lower: number
  readonly upper: number
}

export interface Program {
  readonly cost: readonly number[]
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  readonly rows: readonly Row[]
}

const stopped = (): TableRefused =>
  new TableRefused({ reason: "The solver stopped before an answer: coarsen a dimension, or merge small categories." })

/** Loaded once: a model of it shares nothing with another. */
export const loadSolver: Effect.Effect<Highs, TableRefused> = Effect.runSync(
  Effect.cached(Effect.tryPromise({ try: () => loadHighs(), catch: stopped })),
)

/** Nodes are counted, so that the same question has the same answer; the seconds are there for what cannot be. */
const options = { output_flag: false, mip_rel_gap: 0.02, mip_max_nodes: 5_000 }
const patience = 60

const modelOf = (highs: Highs, { cost, lower, upper, rows }: Program, seconds: number): Model => {
  const starts = [0]
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length)
  const model = highs.createModel({
    numCols: cost.length,
    numRows: rows.length,
    colCost: Float64Array.from(cost),
    colLower: Float64Array.from(lower),
    colUpper: Float64Array.from(upper),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: cost.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
      values: Float64Array.from(rows.flatMap(({ factors }) => factors)),
    },
    integrality: new Int32Array(cost.length).fill(highs.constants.variableType.integer),
  })
  model.options.set({ ...options, time_limit: seconds })
  return model
}

const answer = (highs: Highs, model: Model): Effect.Effect<Float64Array | undefined, TableRefused> => {
  const { modelStatus } = highs.constants
  const { modelStatus: status } = model.run()
  if (status === modelStatus.infeasible) return Effect.succeed(undefined)
  return status === modelStatus.optimal ? Effect.succeed(model.getSolution().colValue.map(Math.round)) : stopped()
}

/** Undefined when no solution exists. */
export const solveInIntegers = (
  highs: Highs,
  program: Program,
  seconds = patience,
): Effect.Effect<Float64Array | undefined, TableRefused> =>
  Effect.acquireUseRelease(
    Effect.try({ try: () => modelOf(highs, program, seconds), catch: stopped }),
    (model) => Effect.try({ try: () => answer(highs, model), catch: stopped }).pipe(Effect.flatten),
    (model) => Effect.sync(() => model.dispose()),
  )
