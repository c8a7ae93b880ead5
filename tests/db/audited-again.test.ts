/** The report's audit of what was released knows the single records that are held: two tables that differ by one of them are found. */
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, test } from "vitest"
import { observed } from "../../db/evidence/observed.ts"
import { checkOutput } from "../../policy/disclosure/output-check.ts"
import { type ProposalDraft, proposeTable } from "../../policy/disclosure/proposal.ts"
import { release } from "../../policy/disclosure/release.ts"
import { smallCellsSuppressed } from "../../policy/rules/small-cells-suppressed.ts"
import { draftOf, staff } from "../policy/release.ts"
import { digest, granted, midday } from "../policy/team.ts"
import { newEvidenceSource, openedEvidence } from "../support/evidence.ts"
import { keepRows, keptRow } from "../support/kept-responses.ts"
import { engines } from "../support/store.ts"
import { matchedSamples } from "../support/transfer.ts"

const run = Effect.runPromise

/** The same hundred children: one child apart, those of nine are those with a cat. */
const ages = draftOf({
  title: "Ages",
  categories: { Age: ["9", "10"] },
  count: ([age]) => (age === "9" ? 40 : 60),
  parts: ([age]) =>
    age === "9"
      ? [
          ["others of nine", 39],
          ["one", 1],
        ]
      : [["ten", 60]],
})
const pets = draftOf({
  title: "Pets",
  categories: { Pet: ["a cat", "none"] },
  count: ([pet]) => (pet === "a cat" ? 39 : 61),
  parts: ([pet]) =>
    pet === "a cat"
      ? [["others of nine", 39]]
      : [
          ["ten", 60],
          ["one", 1],
        ],
})
const theOne = digest("one 0").slice(0, 16)

/** Released as if no single record had been known. */
const stepsOf = (drafts: readonly ProposalDraft[]) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    const proposals = yield* Effect.forEach(drafts, (draft) =>
      Effect.flatMap(granted("read-responses", "evidence-team", 9), (may) => proposeTable(may, draft)),
    )
    return yield* Effect.forEach(proposals, (proposal, at) =>
      Effect.gen(function* () {
        const { state } = proposal
        const first = yield* checkOutput(yield* granted("check-output", "evidence-team"), state, [])
        const second = yield* checkOutput(yield* granted("check-output", "evidence-team", 1), state, [first.state])
        const checks = [first.state, second.state] as const
        const approval = yield* granted("release-table", "director-of-evidence")
        const earlier = proposals.slice(0, at).map((each) => each.state)
        const released = yield* release(state, { mode: "live", checks, approval, ledger: { earlier, few: [] } })
        return { proposal, first, second, released }
      }),
    )
  }).pipe(Effect.provide([staff, TestClock.layer()]), run)

describe.each(engines)("on %s", { tags: ["small-cells-suppressed"] }, (engine) => {
  test("what was let through without the records is found with them", async () => {
    const source = await newEvidenceSource(engine)
    const evidence = await openedEvidence(source, { mode: "live" })
    const { outputs } = evidence
    for (const [at, { proposal, first, second, released }] of (await stepsOf([ages, pets])).entries()) {
      await run(outputs.keepProposal(proposal))
      for (const check of [first, second]) await run(outputs.keepCheck(check))
      await run(outputs.keepRelease(released, at))
    }
    const verdict = () => run(Effect.provide(smallCellsSuppressed.audit, observed(evidence)))
    expect((await verdict()).status).toBe("upheld")
    const rows = matchedSamples(3, 9).map((matched) => keptRow(matched, "2026-03-02"))
    await keepRows(source, rows, { days: ["2026-03-02"], mode: "live" })
    expect((await verdict()).status).toBe("upheld")
    const id = Buffer.from(theOne.padEnd(32, "0"), "hex")
    const one = rows.slice(0, 1).map((row) => ({ ...row, id }))
    await keepRows(source, one, { days: ["2026-03-03"], mode: "live" })
    expect(await verdict()).toMatchObject({ status: "broken", observed: expect.stringContaining("is not proved safe") })
  })
})
