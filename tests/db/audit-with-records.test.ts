/** Audits released tables with the single records: finds two tables that differ by one record. */
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, test } from "vitest"
import { checkOutput } from "../../policy/release/output-check.ts"
import { type ProposalDraft, proposeTable } from "../../policy/release/proposal.ts"
import { release } from "../../policy/release/release.ts"
import { smallCellsSuppressed } from "../../policy/rules/small-cells-suppressed.ts"
import { newEvidenceSource, openedEvidence } from "../support/evidence.ts"
import { keepRows, keptRow } from "../support/kept-responses.ts"
import { factsOf } from "../support/policy/facts.ts"
import { draftOf, staff, undeclared } from "../support/policy/release.ts"
import { digest, granted, midday } from "../support/policy/team.ts"
import { engines } from "../support/store.ts"
import { matchedSamples } from "../support/transfer.ts"

const run = Effect.runPromise

/** The same hundred children: but for one child, those aged nine are those with a cat. */
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

/** Releases the tables without knowledge of single records. */
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
        const released = yield* release(state, {
          mode: "live",
          checks,
          approval,
          prior: { earlier, recordKeys: [], declared: undeclared },
        })
        return { proposal, first, second, released }
      }),
    )
  }).pipe(Effect.provide([staff, TestClock.layer()]), run)

describe.each(engines)("on %s", { tags: ["small-cells-suppressed"] }, (engine) => {
  test("the audit finds with the records what was released without them", async () => {
    const source = await newEvidenceSource(engine)
    const evidence = await openedEvidence(source, { mode: "live" })
    const { outputs } = evidence
    for (const [at, { proposal, first, second, released }] of (await stepsOf([ages, pets])).entries()) {
      await run(outputs.keepProposal(proposal))
      for (const check of [first, second]) await run(outputs.keepCheck(check))
      await run(outputs.keepRelease(released, at))
    }
    const verdict = () => run(Effect.flatMap(factsOf(evidence), smallCellsSuppressed.audit))
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
