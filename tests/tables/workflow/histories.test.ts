/** Random histories of tables on their way out agree with a plain model, on both databases: nothing leaves that it says is unsafe. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { newEvidenceSource } from "../../support/evidence.ts"
import { seed } from "../../support/policy/histories.ts"
import { atEnd, engines } from "../../support/store.ts"
import { history } from "../../support/tables/workflow/histories-commands.ts"
import { named } from "../../support/tables/workflow/histories-model.ts"
import { Walk } from "../../support/tables/workflow/histories-walk.ts"

const tags: (
  | "outputs-checked"
  | "small-cells-suppressed"
  | "aggregates-only-beyond-the-team"
  | "evidence-team-only"
)[] = ["outputs-checked", "small-cells-suppressed", "aggregates-only-beyond-the-team", "evidence-team-only"]

const isFull = process.env["FULL"] === "1"

/** A history on PostgreSQL has a database of its own, which takes the longest. */
const numRuns = isFull ? { sqlite: 1_000, postgres: 200 } : { sqlite: 16, postgres: 3 }

/** A history that reaches nothing would agree with any model. */
const often = ["propose: done", "check: done", "release: done"]
const seldom = [
  ...["done", "evidence-team-only", "small-cells-suppressed", "aggregates-only-beyond-the-team", "the store"].map(
    (each) => `propose: ${each}`,
  ),
  ...["done", "evidence-team-only", "outputs-checked", "the store"].map((each) => `check: ${each}`),
  ...[
    "done",
    "evidence-team-only",
    "outputs-checked",
    "the store",
    "small-cells-suppressed",
    "aggregates-only-beyond-the-team",
  ].map((each) => `release: ${each}`),
  ...["by SQL: a check", "by SQL: a release", "altered: title", "altered: cell", "altered: withheld", "altered: proof"],
]

describe.each(engines)("on %s", (engine) => {
  test(`${numRuns[engine]} histories agree with the model`, { tags, timeout: 1_800_000 }, async () => {
    const reached = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(history, async ({ isLive, commands }) => {
        const walk = new Walk(engine, await newEvidenceSource(engine), isLive, reached)
        atEnd(() => walk.close())
        await walk.open()
        for (const person of named) await walk.train(person)
        for (const each of commands) await walk.do(each)
        await walk.agrees()
        await walk.close()
      }),
      { numRuns: numRuns[engine], seed },
    )
    if (engine === "sqlite" || isFull) for (const what of often) expect(reached.get(what) ?? 0, what).toBeGreaterThan(0)
    if (isFull) for (const what of seldom) expect(reached.get(what) ?? 0, what).toBeGreaterThan(0)
  })
})
