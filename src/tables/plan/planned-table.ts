/** One table of a plan: its request, its counts, and the group of children in each of its cells. */
import { Effect } from "effect"
import { boxKey, type JointCell, type JointTable } from "../../../policy/disclosure/joint/box.ts"
import { type ProtectedTable, protect } from "../../../policy/disclosure/suppress/protect.ts"
import type { PriorDecisions } from "../../../policy/disclosure/suppress/state/prior-decisions.ts"
import { namesOf } from "../../../policy/disclosure/tables/lattice.ts"
import { parameters } from "../../../policy/parameters.ts"
import { type ReleaseCandidate, releaseCandidate } from "../../../policy/release/candidate.ts"
import { cellName } from "../../../policy/release/linked-table.ts"
import { isSmall } from "../../../policy/release/small-count.ts"
import type { TableRequest } from "../request/table-request.ts"
import type { UnprotectedTable } from "../request/tabulate-request.ts"
import { proposalDraftOf } from "../workflow/proposal-draft.ts"

export interface PlannedTable {
  readonly request: TableRequest
  readonly table: UnprotectedTable
  readonly id: string
  /** Of each cell of the table, the key of its group; absent for a cell that nobody can be in. */
  readonly groups: readonly (string | undefined)[]
  readonly cells: readonly JointCell[]
}

const threshold = parameters.threshold.value

/** Seconds of the solver for one question about one table: a table that needs more is left out, and named. */
const patience = 10

/** The table as it would be proposed, if only its small counts were withheld: no gate takes it so. */
export const bareCandidate = (table: UnprotectedTable): ReleaseCandidate => {
  const published = Uint8Array.from(table.table.counts, (count) => (isSmall(count) ? 0 : 1))
  const none = { level: "exact", primaries: 0, hiddenZeros: 0, lowerBound: 1, suppressed: 0, proofs: [] } as const
  return releaseCandidate(proposalDraftOf(table, { ...none, threshold, table: table.table, published }))
}

export const plannedTable = (request: TableRequest, table: UnprotectedTable, joint: JointTable): PlannedTable => {
  const { lattice, counts } = table.table
  const named = new Map(
    joint.cells.flatMap(({ name, box }) => (name === undefined ? [] : [[name, boxKey(box)] as const])),
  )
  const groups = Array.from(counts, (_, cell) => named.get(cellName(table.dimensions, namesOf(lattice, cell))))
  return { request, table, id: joint.id, groups, cells: joint.cells }
}

/** With the statuses that were chosen. */
export const jointTable = ({ id, cells }: PlannedTable, withheld: ReadonlySet<string>): JointTable => ({
  id,
  cells: cells.map((cell) => ({ ...cell, published: !withheld.has(boxKey(cell.box)) })),
})

const cellsIn = ({ groups }: PlannedTable, keys: ReadonlySet<string>): ReadonlySet<number> =>
  new Set(groups.flatMap((key, cell) => (key !== undefined && keys.has(key) ? [cell] : [])))

/** Finds witnesses for the withheld cells; where it takes more withheld cells, their groups are given too. */
export const protectPlanned = Effect.fnUntraced(function* (
  planned: PlannedTable,
  withheld: ReadonlySet<string>,
  shown: ReadonlySet<string>,
) {
  const decided: PriorDecisions = { shown: cellsIn(planned, shown), withheld: cellsIn(planned, withheld) }
  const made = yield* protect(planned.table.table, { level: "witnessed", threshold, decided, seconds: patience })
  return { made, withheld: withheldIn(planned, made) }
})

export const withheldIn = (
  { groups }: PlannedTable,
  { published }: Pick<ProtectedTable, "published">,
): readonly string[] => groups.flatMap((key, cell) => (key !== undefined && published[cell] === 0 ? [key] : []))
