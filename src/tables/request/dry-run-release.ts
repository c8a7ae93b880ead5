/** Asks the gates of a release about a table that is not proposed yet, together with every table released so far. */
import { Effect, Result } from "effect"
import { releaseCandidate } from "../../../policy/release/candidate.ts"
import type { PriorReleases } from "../../../policy/release/linked-tables-gate.ts"
import { tableGates } from "../../../policy/release/release.ts"
import { proposalDraftOf } from "../workflow/proposal-draft.ts"
import type { Assessment } from "./assess.ts"
import type { UnprotectedTable } from "./tabulate-request.ts"

/** A table that is refused already, or could not be made safe, is not assessed again. */
export const dryRunRelease = Effect.fnUntraced(function* (
  table: UnprotectedTable,
  found: Assessment,
  prior: PriorReleases,
): Effect.fn.Return<Assessment> {
  if (found.because !== undefined || found.protected === undefined) return found
  const asked = releaseCandidate(proposalDraftOf(table, found.protected))
  const tables = prior.earlier.length
  const gates = yield* Effect.result(tableGates(asked, prior, table.exception))
  if (Result.isSuccess(gates)) return { ...found, beside: { tables, isSafe: true } }
  const alone =
    tables === 0 ? gates : yield* Effect.result(tableGates(asked, { ...prior, earlier: [] }, table.exception))
  return Result.isFailure(alone)
    ? { ...found, because: alone.failure.remedy }
    : { ...found, because: gates.failure.remedy, beside: { tables, isSafe: false } }
})
