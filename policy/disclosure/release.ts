/** Makes `Released`: the only thing that leaves the evidence team, and only past every gate. */
import { Effect } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import type { Mode } from "../data/mode.ts"
import { RuleViolation } from "../rule.ts"
import { geographyGate } from "../rules/aggregates-only-beyond-the-team.ts"
import { type Checker, checkedBy, outputsGate } from "../rules/outputs-checked.ts"
import { type AuditFound, smallCellsGate } from "../rules/small-cells-suppressed.ts"
import type { Released } from "../stage.ts"
import type { ProposedTable } from "./table.ts"
import { wholeCrossGate } from "./whole-cross.ts"

interface Release {
  readonly mode: Mode
  readonly audit: AuditFound
  readonly checkers: readonly [Checker, Checker]
  readonly approval: Capability<"release-table">
}

const rehearsal = new RuleViolation({
  rule: "aggregates-only-beyond-the-team",
  remedy: "release from live: nothing made from a rehearsal's answers is a release",
})

/** The only function that makes one. Withheld counts are left out of it, not hidden in it. */
export const release = Effect.fnUntraced(function* (
  table: ProposedTable,
  { mode, audit, checkers, approval }: Release,
) {
  if (mode === "rehearsal") return yield* rehearsal
  yield* geographyGate(table)
  yield* smallCellsGate(table, audit)
  yield* wholeCrossGate(table)
  yield* outputsGate(table, checkedBy(...checkers))
  const releasedOn: string = yield* exercise(approval)
  const cells: Released["cells"] = table.cells.map(({ labels, count, published }) => ({
    labels,
    count: published ? count : "[c]",
  }))
  const { title, geographies, dimensions } = table
  return { title, geographies, dimensions, cells, audit: audit.digest, releasedOn } as Released
})
