/** Refuses a table with too many small cells: it is too fine to be released, however well it is suppressed. */
import { Effect } from "effect"
import { parameters } from "../parameters.ts"
import { RuleViolation } from "../rule-violation.ts"
import { isSmall } from "./small-count.ts"
import type { TableDraft } from "./table.ts"

const violation = new RuleViolation({
  rule: "small-cells-suppressed",
  remedy: `more than ${parameters.mostSmallCells.value * 100}% of the cells are small: coarsen age to bands, or merge small categories`,
})

export const sparsityGate = ({ cells }: TableDraft): Effect.Effect<void, RuleViolation> => {
  const filled = cells.filter(({ count }) => count > 0)
  const small = filled.filter(({ count }) => isSmall(count))
  return small.length > filled.length * parameters.mostSmallCells.value ? Effect.fail(violation) : Effect.void
}
