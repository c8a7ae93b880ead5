/** What suppression makes is what the release's own audit, which knows nothing of it, finds safe; and nothing less is. */
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { expect, test } from "vitest"
import type { ProposalDraft } from "../../../policy/release/proposal.ts"
import { tableGates } from "../../../policy/release/release.ts"
import { isSmall } from "../../../policy/release/small-count.ts"
import { proposalDraftOf } from "../../../src/tables/workflow/proposal-draft.ts"
import { priorTo, proposed, staff } from "../../support/policy/release.ts"
import { midday } from "../../support/policy/team.ts"
import { cutOf, protectedCut } from "../../support/tables/workflow/unprotected-table.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]

const verdictOn = (draft: ProposalDraft) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    return yield* tableGates(yield* proposed(draft), priorTo({ facts: draft }, []))
  }).pipe(
    Effect.match({ onSuccess: ({ verdict }) => verdict, onFailure: (error) => JSON.stringify(error) }),
    Effect.provide([staff, TestClock.layer()]),
    Effect.runPromise,
  )

const draftOf = async (children: number, seed: number): Promise<ProposalDraft> => {
  const cut = await cutOf(children, seed)
  return proposalDraftOf(cut, await protectedCut(cut))
}

test.each([
  [600, 3],
  [900, 8],
  [1_400, 21],
])("a cut of %i records, protected, is proved safe", { tags }, async (children, seed) => {
  const draft = await draftOf(children, seed)
  expect(draft.cells.some(({ count }) => isSmall(count))).toBe(true)
  expect(await verdictOn(draft)).toBe("safe")
})

test("a secondary of it published after all is refused, whichever it is", { tags }, async () => {
  const draft = await draftOf(900, 8)
  const secondaries = draft.cells.filter(({ count, published }) => !published && !isSmall(count))
  expect(secondaries.length).toBeGreaterThan(0)
  for (const cell of secondaries) {
    const cells = draft.cells.map((each) => (each === cell ? { ...each, published: true } : each))
    expect(await verdictOn({ ...draft, cells }), cell.labels.join()).not.toBe("safe")
  }
})
