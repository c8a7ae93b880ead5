/** Whether a table could be released, worked out in memory: how much of it is small, and what would be withheld. */
import { Effect, Result } from "effect"
import { decidedBefore } from "../../policy/disclosure/decided-before.ts"
import { oneCategoryGate } from "../../policy/disclosure/one-category.ts"
import type { Proposal } from "../../policy/disclosure/proposal.ts"
import { isSmall } from "../../policy/disclosure/small-count.ts"
import { sparsityGate } from "../../policy/disclosure/sparsity.ts"
import { type Protected, protect } from "../../policy/disclosure/suppress/protect.ts"
import { namesOf } from "../../policy/disclosure/tables/lattice.ts"
import { parameters } from "../../policy/parameters.ts"
import type { RuleViolation } from "../../policy/rule.ts"
import { proposedParts } from "../releasing/proposed-parts.ts"
import type { CutTable } from "./answered.ts"

export interface Judged {
  readonly cells: number
  readonly small: number
  /** How many cells would be withheld, the small ones among them; unknown where it cannot be made safe, or is not worth it. */
  readonly withheld: number | undefined
  /** How many it would be at least. */
  readonly least: number
  readonly isSparse: boolean
  /** Whether it would tell of a group that all its children stand in one category. */
  readonly isOfOneCategory: boolean
  /** Why it would not be released, in words for whoever asks. */
  readonly because: string | undefined
  readonly protected: Protected | undefined
  /** What is said of it beside so many tables released before; left out where it was not put to the release's gates. */
  readonly beside?: { readonly tables: number; readonly isSafe: boolean }
}

const draftOf = ({ title, geographies, table }: CutTable) => ({
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

/** Of a table of more cells, whoever waits is told of the small ones alone. */
const mostWorkedOut = 10_000

/** What is withheld of a table that is refused as too sparse: enough that no cell can be worked out, which is quickly known. */
export const withLeast = ({ table }: CutTable, found: Judged): Effect.Effect<Judged> =>
  found.isSparse && found.cells <= mostWorkedOut
    ? protect(table, { level: "exact", threshold }).pipe(
        Effect.map(({ suppressed: least }) => ({ ...found, least })),
        Effect.orElseSucceed(() => found),
      )
    : Effect.succeed(found)

export const smallIn = ({ table }: CutTable): number =>
  table.counts.reduce((sum, count) => sum + Number(isSmall(count)), 0)

/** Why it is too sparse to be released, which is known before anything is worked out of it. */
export const tooSparse = (cutTable: CutTable): Effect.Effect<string | undefined> =>
  saidBy(sparsityGate(draftOf(cutTable)))

/** What tells something of a child that is no secret of a whole group may be told of one. */
const sensitiveIn = ({ table: { lattice }, dimensions }: CutTable): readonly string[] =>
  lattice.dimensions.flatMap(({ name }, at) => (dimensions[at]?.sensitive === false ? [] : [name]))

export interface Keeping {
  /** What was released before, to which it keeps where both are of the same children. */
  readonly earlier?: readonly Proposal[]
  /** Whether a zero may be withheld beside a row of one category; after such a table only some can follow. */
  readonly hidesZeros?: boolean
}

export const judged = Effect.fnUntraced(function* (
  cutTable: CutTable,
  { earlier = [], hidesZeros = false }: Keeping = {},
): Effect.fn.Return<Judged> {
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
  const decided = decidedBefore(earlier, cutTable.keys)
  const protection = {
    ...({ level: "witnessed", threshold } as const),
    ...(hidesZeros && { sensitive: sensitiveIn(cutTable) }),
  }
  const alone = protect(table, protection)
  const isFree = decided.shown.size + decided.withheld.size === 0
  // What cannot keep to them may be safe by itself: the release's gates then say how it stands beside them.
  const made = yield* Effect.result(
    isFree ? alone : Effect.catch(protect(table, { ...protection, decided }), () => alone),
  )
  if (Result.isFailure(made)) return { ...known, because: made.failure.message, least: small }
  const { success } = made
  const { suppressed: withheld } = success
  const because = yield* saidBy(oneCategoryGate(proposedParts(cutTable, success)))
  return { ...known, withheld, least: withheld, because, protected: success, isOfOneCategory: because !== undefined }
})
