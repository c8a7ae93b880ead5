/** Shows a checker a proposed table: its cells, with `[c]` for a withheld count, and the verdicts of the audits. */
import { Effect, Result } from "effect"
import type { ProposalNow } from "../../../db/evidence/releases.ts"
import { banded } from "../../../policy/banded.ts"
import { csvRow } from "../../../policy/disclosure/tables/csv.ts"
import { parameters } from "../../../policy/parameters.ts"
import { exceptionText } from "../../../policy/release/geography-exception.ts"
import type { PriorReleases } from "../../../policy/release/linked-tables-gate.ts"
import { tableGates } from "../../../policy/release/release.ts"
import { isSmall } from "../../../policy/release/small-count.ts"

const verdictOf = (result: Result.Result<unknown, { readonly rule: string; readonly remedy: string }>): string =>
  Result.isSuccess(result) ? "safe" : `refused (${result.failure.rule}): ${result.failure.remedy}`

/** One string per line. The number of withheld cells can be counted; the number of small ones is banded. */
export const viewProposal = Effect.fnUntraced(function* (
  { proposal, checks, exception }: ProposalNow,
  prior: PriorReleases,
) {
  const { title, cut, geographies, dimensions, cells, proposedOn } = proposal.facts
  const alone = yield* Effect.result(tableGates(proposal, { ...prior, earlier: [] }, exception))
  const beside = yield* Effect.result(tableGates(proposal, prior, exception))
  const withheld = cells.filter(({ published }) => !published)
  const small = withheld.filter(({ count }) => isSmall(count)).length
  return [
    title,
    `Proposal ${proposal.id}, of ${proposedOn}`,
    `Cut: ${cut}`,
    `Geography: ${geographies.join(", ")}`,
    ...(exception === undefined ? [] : [`Finer than a region by: ${exceptionText(exception)}`]),
    `Threshold: ${parameters.threshold.value} (${parameters.threshold.source})`,
    `Cells: ${cells.length}; withheld: ${withheld.length}; small ones among them: ${banded(small)}`,
    `Audit of the table itself: ${verdictOf(alone)}`,
    `Audit together with ${prior.earlier.length} released before: ${verdictOf(beside)}`,
    `Checked by: ${checks.map(({ person, on }) => `${person} on ${on}`).join(", ") || "nobody yet"}`,
    "",
    csvRow([...dimensions.map(({ name }) => name), "count"]),
    ...cells.map(({ labels, count, published }) => csvRow([...labels, published ? `${count}` : "[c]"])),
  ]
})
