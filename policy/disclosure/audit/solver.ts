/** HiGHS, asked one question at a time: whatever it says but "optimal" refuses the audit, and what it says is a hint to be proved. */
import { Effect, type Scope } from "effect"
import loadHighs, { type Highs, type Model } from "highs"
import type { Bounds } from "./bounds.ts"
import { type AuditRefused, refused } from "./refused.ts"
import type { Equations } from "./system.ts"

/** `cost` of each column; the rest cost nothing. */
export interface Question {
  readonly columns: readonly number[]
  readonly side: "lower" | "upper"
}

/** `prices` are of the equations; there are none when whole numbers were asked for. */
export interface Answer {
  readonly point: Float64Array
  readonly prices: Float64Array
}

export interface Solver {
  readonly ask: (question: Question) => Effect.Effect<Answer, AuditRefused>
}

const stopped = (): AuditRefused =>
  refused(
    "solver-stopped",
    "the solver stopped before an answer",
    "Allow it more seconds, or audit fewer tables at once",
  )

export const noSolution = (): AuditRefused =>
  refused(
    "no-solution",
    "no counts fit what is published",
    "Check the counts, the relations and the attacker's lower bound",
  )

/** Loaded once: a model of it shares nothing with another. */
export const loadSolver: Effect.Effect<Highs, AuditRefused> = Effect.runSync(
  Effect.cached(Effect.tryPromise({ try: () => loadHighs(), catch: stopped })),
)

const modelOf = (highs: Highs, equations: Equations, { lower, upper }: Bounds, whole: boolean): Model => {
  const { columns, starts, indices, coefficients, sums } = equations
  const model = highs.createModel({
    numCols: columns,
    numRows: sums.length,
    colCost: new Float64Array(columns),
    colLower: lower,
    colUpper: upper,
    rowLower: sums,
    rowUpper: sums,
    matrix: { format: "csr", numRows: sums.length, numCols: columns, starts, indices, values: coefficients },
    ...(whole ? { integrality: new Int32Array(columns).fill(highs.constants.variableType.integer) } : {}),
  })
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6, simplex_strategy: 4 })
  return model
}

const answer = (highs: Highs, model: Model, { columns, side }: Question): Answer | AuditRefused => {
  const { objectiveSense, modelStatus } = highs.constants
  model.changeObjectiveSense(side === "upper" ? objectiveSense.maximize : objectiveSense.minimize)
  for (const column of columns) model.changeColCost(column, 1)
  const { modelStatus: status } = model.run()
  if (status === modelStatus.infeasible) return noSolution()
  if (status !== modelStatus.optimal) return stopped()
  const { colValue: point, rowDual: prices } = model.getSolution()
  for (const column of columns) model.changeColCost(column, 0)
  return { point, prices }
}

/** Keeps one model, whose seconds are counted over all that it is asked. */
export const solverOf = (
  highs: Highs,
  equations: Equations,
  bounds: Bounds,
  { whole, seconds }: { readonly whole: boolean; readonly seconds: number },
): Effect.Effect<Solver, AuditRefused, Scope.Scope> =>
  Effect.acquireRelease(Effect.try({ try: () => modelOf(highs, equations, bounds, whole), catch: stopped }), (model) =>
    Effect.sync(() => model.dispose()),
  ).pipe(
    Effect.map((model) => ({
      ask: (question: Question) =>
        Effect.try({
          try: () => {
            model.options.set("time_limit", seconds)
            return answer(highs, model, question)
          },
          catch: stopped,
        }).pipe(Effect.flatMap((given) => ("point" in given ? Effect.succeed(given) : Effect.fail(given)))),
    })),
  )
