/** A table of which more than a quarter is small is too fine to be released, however well it is suppressed. */
import { Effect } from "effect"
import { RuleViolation } from "../rule.ts"
import { isSmall } from "./small-count.ts"
import type { TableDraft } from "./table.ts"

/** Of the cells that are not zero. */
const most = 0.25

const violation = new RuleViolation({
  rule: "small-cells-suppressed",
  remedy: "more than a quarter of the cells are small: coarsen age to bands, or merge small categories",
})

export const sparsityGate = ({ cells }: TableDraft): Effect.Effect<void, RuleViolation> => {
  const filled = cells.filter(({ count }) => count > 0)
  const small = filled.filter(({ count }) => isSmall(count))
  return small.length > filled.length * most ? Effect.fail(violation) : Effect.void
}
