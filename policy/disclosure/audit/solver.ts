/** Asks the solver HiGHS one question at a time. Any status but "optimal" refuses the audit, and every answer must still be proved. */
import { Effect, type Scope } from "effect"
import loadHighs, { type Highs, type Model } from "highs"
import type { Bounds } from "./bounds.ts"
import { type AuditRefused, refuseAudit } from "./refused.ts"
import type { Equations } from "./system.ts"

/** Asks for the least or greatest sum of `columns`. */
export interface Question {
  readonly columns: readonly number[]
  readonly side: "lower" | "upper"
}

/** `prices` are the dual prices of the equations, and empty for a question in whole numbers. */
export interface Answer {
  readonly point: Float64Array
  readonly prices: Float64Array
}

export interface Solver {
  readonly ask: (question: Question) => Effect.Effect<Answer, AuditRefused>
}

const stopped = (): AuditRefused =>
  refuseAudit(
    "solver-stopped",
    "the solver stopped before an answer",
    "Allow it more seconds, or audit fewer tables at once",
  )

export const noSolution = (): AuditRefused =>
  refuseAudit(
    "no-solution",
    "no counts fit the published numbers",
    "Check the counts, the relations and the attacker's lower bound",
  )

/** Loaded once; models share nothing with each other. */
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

/** Uses one model for all questions, so `seconds` limits all of them together. */
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
