/** What a checker must see of a proposed table: its cells with `[c]` for what is withheld, and what the audits say; no withheld count. */
import { Effect, Result } from "effect"
import type { ProposalNow } from "../../db/evidence/releases.ts"
import type { Ledger } from "../../policy/disclosure/beside.ts"
import { tableGates } from "../../policy/disclosure/release.ts"
import { isSmall } from "../../policy/disclosure/small-count.ts"
import { csvField } from "../../policy/disclosure/tables/csv-field.ts"
import { parameters } from "../../policy/parameters.ts"
import { banded } from "../../policy/report/banded.ts"
import { decisionTold } from "../../policy/rules/aggregates-only-beyond-the-team.ts"

const verdictOf = (result: Result.Result<unknown, { readonly rule: string; readonly remedy: string }>): string =>
  Result.isSuccess(result) ? "safe" : `refused (${result.failure.rule}): ${result.failure.remedy}`

/** Line by line. How many are withheld can be counted; how many of them are small is told in bands. */
export const shownTo = Effect.fnUntraced(function* ({ proposal, checks, widened }: ProposalNow, ledger: Ledger) {
  const { title, cut, geographies, dimensions, cells, proposedOn } = proposal.facts
  const alone = yield* Effect.result(tableGates(proposal, { earlier: [], few: [] }, widened))
  const beside = yield* Effect.result(tableGates(proposal, ledger, widened))
  const withheld = cells.filter(({ published }) => !published)
  const small = withheld.filter(({ count }) => isSmall(count)).length
  return [
    title,
    `Proposal ${proposal.id}, of ${proposedOn}`,
    `Cut: ${cut}`,
    `Geography: ${geographies.join(", ")}`,
    ...(widened === undefined ? [] : [`Finer than a region by: ${decisionTold(widened)}`]),
    `Threshold: ${parameters.threshold.value} (${parameters.threshold.source})`,
    `Cells: ${cells.length}; withheld: ${withheld.length}; small ones among them: ${banded(small)}`,
    `Audit of the table itself: ${verdictOf(alone)}`,
    `Audit beside ${ledger.earlier.length} released before: ${verdictOf(beside)}`,
    `Checked by: ${checks.map(({ person, on }) => `${person} on ${on}`).join(", ") || "nobody yet"}`,
    "",
    [...dimensions.map(({ name }) => csvField(name)), "count"].join(","),
    ...cells.map(({ labels, count, published }) => [...labels.map(csvField), published ? count : "[c]"].join(",")),
  ]
})
