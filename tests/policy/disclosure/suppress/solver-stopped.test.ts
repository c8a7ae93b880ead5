/** A solver that stops before an answer refuses the table by name; it is never published as if there had been an answer. */
import { Effect } from "effect"
import { expect, test } from "vitest"
import { protect } from "../../../../policy/disclosure/suppress/protect.ts"
import { loadSolver, type Program, solveInIntegers } from "../../../../policy/disclosure/suppress/search/solver.ts"
import { columnOf } from "../../../../policy/disclosure/tables/microdata.ts"
import { tabulate } from "../../../../policy/disclosure/tables/tabulate.ts"
import { drawing } from "../../../support/disclosure/suppress/small-tables.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const stopped = "The solver stopped before an answer: coarsen a dimension, or merge small categories."

/** A number of records that 3 and 5 sum to, at the least cost. */
const program = (sum: number): Program => ({
  cost: [2, 3],
  lower: [0, 0],
  upper: [9, 9],
  rows: [{ columns: [0, 1], factors: [3, 5], lower: sum, upper: sum }],
})
const answer = (sum: number, seconds?: number) =>
  Effect.gen(function* () {
    return yield* solveInIntegers(yield* loadSolver, program(sum), seconds)
  }).pipe(
    Effect.match({ onSuccess: (found) => found && [...found], onFailure: ({ message }) => message }),
    Effect.runPromise,
  )

test("without time, or with an invalid problem, there is no answer; infeasible is an answer", {
  tags,
}, async () => {
  expect(await answer(8)).toEqual([1, 1])
  expect(await answer(7)).toBeUndefined()
  expect(await answer(8, 0)).toBe(stopped)
  expect(await answer(Number.NaN)).toBe(stopped)
})

/** Large enough for the solver to look for what can be saved, with as many small counts as are worth it. */
const tableWith = (few: number) => {
  const draw = drawing(few + 1)
  const small = new Set(Array.from({ length: few }, () => `${draw(22)} ${draw(18)}`))
  const rows = Array.from({ length: 22 * 18 }, (_, at) => [Math.floor(at / 18), at % 18] as const).flatMap(
    ([place, band]) =>
      Array.from({ length: small.has(`${place} ${band}`) ? 1 + draw(9) : 12 + draw(30) }, () => [
        `p${place}`,
        `b${band}`,
      ]),
  )
  const columns = ["place", "band"].map((name, way) =>
    columnOf(
      name,
      rows.map((row) => row[way] ?? ""),
    ),
  )
  return Effect.runSync(tabulate({ rows: rows.length, columns }, [["place"], ["band"]]))
}

test("a table that needs the solver is refused where it has no time, and one that needs none is not", {
  tags,
}, async () => {
  const outcome = (few: number, seconds?: number) =>
    protect(tableWith(few), { level: "witnessed", threshold: 10, ...(seconds !== undefined && { seconds }) }).pipe(
      Effect.match({ onSuccess: ({ suppressed }) => suppressed, onFailure: ({ message }) => message }),
      Effect.runPromise,
    )
  expect(await outcome(20, 0)).toBe(stopped)
  expect(await outcome(4, 0)).toBe(await outcome(4))
})
