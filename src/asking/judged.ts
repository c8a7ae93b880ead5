/** Whether a table could be released, worked out in memory: how much of it is small, and what would be withheld. */
import { Effect, Result } from "effect"
import { oneCategoryGate } from "../../policy/disclosure/one-category.ts"
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
  /** How many cells would be withheld, the small ones among them; unknown where it cannot be made safe. */
  readonly withheld: number | undefined
  /** Why it would not be released, in words for whoever asks. */
  readonly because: string | undefined
  readonly protected: Protected | undefined
}

/** Cells up to which a table that is too sparse is hidden all the same, to tell how much would be: beyond, it takes long. */
const worthHiding = 2_000

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

export const judged = Effect.fnUntraced(function* (cutTable: CutTable): Effect.fn.Return<Judged> {
  const { table } = cutTable
  const small = table.counts.reduce((sum, count) => sum + Number(isSmall(count)), 0)
  const known = { cells: table.lattice.size, small }
  const sparse = yield* saidBy(sparsityGate(draftOf(cutTable)))
  if (sparse !== undefined && table.lattice.size > worthHiding)
    return { ...known, withheld: undefined, because: sparse, protected: undefined }
  const made = yield* Effect.result(protect(table, { level: "witnessed", threshold: parameters.threshold.value }))
  if (Result.isFailure(made))
    return { ...known, withheld: undefined, because: sparse ?? made.failure.message, protected: undefined }
  const { success } = made
  const because = sparse ?? (yield* saidBy(oneCategoryGate(proposedParts(cutTable, success))))
  return { ...known, withheld: success.suppressed, because, protected: success }
})
