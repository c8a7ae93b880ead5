/** Whether a table could be released, worked out in memory: how much of it is small, and what would be withheld. */
import { Effect, Result } from "effect"
import { type ProtectedTable, protect } from "../../../policy/disclosure/suppress/protect.ts"
import { namesOf } from "../../../policy/disclosure/tables/lattice.ts"
import { parameters } from "../../../policy/parameters.ts"
import { groupDisclosureGate } from "../../../policy/release/group-disclosure-gate.ts"
import { findPriorDecisions } from "../../../policy/release/prior-decisions.ts"
import type { Proposal } from "../../../policy/release/proposal.ts"
import { isSmall } from "../../../policy/release/small-count.ts"
import { sparsityGate } from "../../../policy/release/sparsity-gate.ts"
import type { RuleViolation } from "../../../policy/rule-violation.ts"
import { proposalDraftOf } from "../workflow/proposal-draft.ts"
import type { UnprotectedTable } from "./tabulate-request.ts"

export interface Assessment {
  readonly cells: number
  readonly small: number
  /** How many cells would be withheld, the small ones among them; unknown where it cannot be made safe, or is not worth it. */
  readonly withheld: number | undefined
  /** How many it would be at least. */
  readonly least: number
  readonly isSparse: boolean
  /** Whether it would tell of a group that all its children stand in one category. */
  readonly isOfOneCategory: boolean
  /** Why it would not be released, in words for the asker. */
  readonly because: string | undefined
  readonly protected: ProtectedTable | undefined
  /** The verdict of the release's gates together with the earlier tables; absent when the gates were not asked. */
  readonly beside?: { readonly tables: number; readonly isSafe: boolean }
}

const draftOf = ({ title, geographies, table }: UnprotectedTable) => ({
  title,
  geographies,
  cells: Array.from(table.counts, (count, cell) => ({
    labels: namesOf(table.lattice, cell),
    count,
    published: !isSmall(count),
  })),
})

/** What a gate says against it. */
const saidBy = (gate: Effect.Effect<void, RuleViolation>): Effect.Effect<string | undefined> =>
  gate.pipe(
    Effect.as(undefined),
    Effect.catch(({ remedy }) => Effect.succeed(remedy)),
  )

const threshold = parameters.threshold.value

/** For a table of more cells the asker gets the number of small ones only. */
const mostWorkedOut = 10_000

/** The cells withheld in a table refused as too sparse: enough that no cell can be worked out, which is quick to find. */
export const withLeast = ({ table }: UnprotectedTable, found: Assessment): Effect.Effect<Assessment> =>
  found.isSparse && found.cells <= mostWorkedOut
    ? protect(table, { level: "exact", threshold }).pipe(
        Effect.map(({ suppressed: least }) => ({ ...found, least })),
        Effect.orElseSucceed(() => found),
      )
    : Effect.succeed(found)

export const smallIn = ({ table }: UnprotectedTable): number =>
  table.counts.reduce((sum, count) => sum + Number(isSmall(count)), 0)

/** Why it is too sparse to be released, which is known before anything is worked out of it. */
export const tooSparse = (cutTable: UnprotectedTable): Effect.Effect<string | undefined> =>
  saidBy(sparsityGate(draftOf(cutTable)))

/** A variable that is no secret of a whole group may show one category for all of its children. */
const sensitiveIn = ({ table: { lattice }, dimensions }: UnprotectedTable): readonly string[] =>
  lattice.dimensions.flatMap(({ name }, at) => (dimensions[at]?.sensitive === false ? [] : [name]))

export interface Keeping {
  /** What was released before, to which it keeps where both are of the same children. */
  readonly earlier?: readonly Proposal[]
  /** Whether zeros may be withheld in a row of one category; after such a table only some tables can follow. */
  readonly hidesZeros?: boolean
}

export const assess = Effect.fnUntraced(function* (
  cutTable: UnprotectedTable,
  { earlier = [], hidesZeros = false }: Keeping = {},
): Effect.fn.Return<Assessment> {
  const { table } = cutTable
  const small = smallIn(cutTable)
  const known = {
    cells: table.lattice.size,
    small,
    withheld: undefined,
    protected: undefined,
    isSparse: false,
    isOfOneCategory: false,
  }
  const sparse = yield* tooSparse(cutTable)
  if (sparse !== undefined) return { ...known, because: sparse, least: small, isSparse: true }
  const decided = findPriorDecisions(earlier, cutTable.keys)
  const protection = {
    ...({ level: "witnessed", threshold } as const),
    ...(hidesZeros && { sensitive: sensitiveIn(cutTable) }),
  }
  const alone = protect(table, protection)
  const isFree = decided.shown.size + decided.withheld.size === 0
  // A table that cannot keep to earlier decisions may be safe by itself: the release's gates then decide.
  const made = yield* Effect.result(
    isFree ? alone : Effect.catch(protect(table, { ...protection, decided }), () => alone),
  )
  if (Result.isFailure(made)) return { ...known, because: made.failure.message, least: small }
  const { success } = made
  const { suppressed: withheld } = success
  const because = yield* saidBy(groupDisclosureGate(proposalDraftOf(cutTable, success)))
  return { ...known, withheld, least: withheld, because, protected: success, isOfOneCategory: because !== undefined }
})
