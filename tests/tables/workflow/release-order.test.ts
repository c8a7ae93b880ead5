/** Tables released in any order, one of them without some of the children, never differ by 1 to 9 in a cell that both publish. */
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import fc from "fast-check"
import { expect, test } from "vitest"
import { parameters } from "../../../policy/parameters.ts"
import type { ProposalDraft } from "../../../policy/release/proposal.ts"
import { tableGates } from "../../../policy/release/release.ts"
import { proposalDraftOf } from "../../../src/tables/workflow/proposal-draft.ts"
import { priorTo, proposed, staff } from "../../support/policy/release.ts"
import { midday } from "../../support/policy/team.ts"
import { cutOf, protectedCut } from "../../support/tables/workflow/unprotected-table.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const [children, seed] = [700, 5]
const numRuns = process.env["FULL"] === "1" ? 200 : 12

const made = async (leftOut: readonly number[]) => {
  const cut = await cutOf(children, seed, leftOut)
  return proposalDraftOf(cut, await protectedCut(cut))
}

const isReleased = (draft: ProposalDraft, earlier: ProposalDraft) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    const before = yield* proposed(earlier)
    const found = yield* Effect.result(tableGates(yield* proposed(draft), priorTo({ facts: draft }, [before])))
    return Result.isSuccess(found)
  }).pipe(Effect.provide([staff, TestClock.layer()]), Effect.runPromise)

const differences = (one: ProposalDraft, other: ProposalDraft): readonly number[] => {
  const counts = new Map(
    other.cells.filter(({ published }) => published).map(({ labels, count }) => [labels.join("|"), count]),
  )
  return one.cells
    .filter(({ published }) => published)
    .map(({ labels, count }) => Math.abs(count - (counts.get(labels.join("|")) ?? count)))
    .filter((difference) => difference > 0 && difference < parameters.threshold.value)
}

test("in every order, and with every child left out", { tags, timeout: 240_000 }, async () => {
  const whole = await made([])
  expect(await isReleased(whole, whole)).toBe(true)
  const leftOut = fc.uniqueArray(fc.integer({ min: 0, max: children - 1 }), { minLength: 1, maxLength: 40 })
  let refused = 0
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        leftOut.map((all) => all.slice(0, 1)),
        leftOut,
      ),
      async (gone) => {
        const part = await made(gone).catch(() => undefined)
        if (part === undefined) return
        for (const [draft, earlier] of [
          [whole, part],
          [part, whole],
        ] as const) {
          const isOut = await isReleased(draft, earlier)
          if (isOut) expect(differences(draft, earlier)).toEqual([])
          else refused += 1
        }
      },
    ),
    { numRuns },
  )
  expect(refused).toBeGreaterThan(0)
})
