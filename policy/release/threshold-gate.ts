/** Gate: refuses a published count below the threshold. */
import { Effect, Schema } from "effect"
import { RuleViolation } from "../rule-violation.ts"
import { isSmall } from "./small-count.ts"
import type { TableDraft } from "./table.ts"

const coarsen = "coarsen age to bands or merge small categories, then suppress and audit the table again"

/** Fails on a published count below the threshold, or one that is not a whole number. */
export const thresholdGate = ({ cells }: Pick<TableDraft, "cells">): Effect.Effect<void, RuleViolation> => {
  const refuse = (remedy: string) => Effect.fail(new RuleViolation({ rule: "small-cells-suppressed", remedy }))
  if (cells.some(({ count }) => !Number.isSafeInteger(count) || count < 0))
    return refuse("give whole counts of responses")
  return cells.some(({ count, published }) => published && isSmall(count)) ? refuse(coarsen) : Effect.void
}

/** A cell as it is proposed and kept. */
export const StoredCell = Schema.Struct({
  labels: Schema.Array(Schema.String),
  count: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 2 ** 31 - 1 })),
  published: Schema.Boolean,
  key: Schema.String.check(Schema.isPattern(/^[0-9a-f]{16}$/)),
}).check(Schema.makeFilter(({ count, published }) => !(published && isSmall(count)) || coarsen))
