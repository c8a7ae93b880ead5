/** Whether a table is released after others, or what its refusal says. */
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import type { ProposalDraft } from "../../../policy/release/proposal.ts"
import { releaseOf, staff } from "../policy/release.ts"
import { midday } from "../policy/team.ts"

export const decided = (draft: ProposalDraft, earlier: readonly ProposalDraft[] = []): Promise<string> =>
  Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    return yield* releaseOf(draft, earlier)
  }).pipe(
    Effect.match({ onSuccess: () => "released", onFailure: (refusal) => JSON.stringify(refusal) }),
    Effect.provide([staff, TestClock.layer()]),
    Effect.runPromise,
  )
