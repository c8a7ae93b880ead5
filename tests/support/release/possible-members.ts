/** Works out from each child's leaf, without keys, what published tables reveal about the children of a group. */
import { Effect } from "effect"
import { loadSolver, solverOf } from "../../../policy/disclosure/audit/solver.ts"
import { equationsOf } from "../../../policy/disclosure/audit/system.ts"
import type { ProposalDraft } from "../../../policy/release/proposal.ts"
import type { Child } from "./children.ts"

/** `columns` are those that the labels of each dimension are in, and `of` says who is counted. */
export interface Told {
  readonly draft: ProposalDraft
  readonly columns: readonly (readonly string[])[]
  readonly of: (child: Child) => boolean
}

const isIn = (child: Child, { columns, of }: Told, labels: readonly string[]): boolean =>
  of(child) &&
  labels.every((label, way) => label === "Total" || (columns[way] ?? []).some((column) => child[column] === label))

/** Whether somebody might be in each of these groups, for all that is published. `places` are all that a child could be. */
export const mayHold = (
  children: readonly Child[],
  places: readonly Child[],
  tables: readonly Told[],
  groups: readonly ((child: Child) => boolean)[],
): Promise<readonly boolean[]> => {
  const shown = tables.flatMap((table) =>
    table.draft.cells
      .filter(({ published }) => published)
      .map(
        ({ labels }) =>
          (child: Child) =>
            isIn(child, table, labels),
      ),
  )
  const columnsOf = (is: (child: Child) => boolean): readonly number[] =>
    [...places.keys()].filter((at) => is(places[at] ?? {}))
  const equations = equationsOf(
    places.length,
    shown.map((is) => {
      const indices = columnsOf(is)
      return { indices, coefficients: indices.map(() => 1), sum: children.filter(is).length }
    }),
  )
  const bounds = {
    lower: new Float64Array(places.length),
    upper: new Float64Array(places.length).fill(children.length),
  }
  return Effect.gen(function* () {
    const solver = yield* solverOf(yield* loadSolver, equations, bounds, { whole: true, seconds: 60 })
    return yield* Effect.forEach(groups, (is) => {
      const columns = columnsOf(is)
      if (children.some(is)) return Effect.succeed(true)
      return Effect.map(solver.ask({ columns, side: "upper" }), ({ point }) =>
        columns.some((column) => (point[column] ?? 0) > 0.5),
      )
    })
  }).pipe(Effect.scoped, Effect.runPromise)
}
