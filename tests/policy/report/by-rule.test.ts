/** What a run writes down by rule: each test under every tag it bears, and only what passed as passed. */
import { join } from "node:path"
import { expect, test } from "vitest"
import { readResult, TestResults } from "../../../policy/report/results.ts"
import { now } from "../../support/policy/report/made.ts"
import { byRule } from "../../support/vitest-run.mjs"

const folder = join("/", "project")
const ran = (fullName: string, status: string, tags?: readonly string[]) => ({
  fullName,
  status,
  ...(tags && { tags }),
})

const told = byRule(
  [
    {
      name: join(folder, "tests", "policy", "one.test.ts"),
      assertionResults: [
        ran("refused", "passed", ["collection-window", "first-party-only"]),
        ran("broken", "failed", ["collection-window"]),
        ran("left out", "skipped", ["collection-window"]),
        ran("never begun", "pending", ["collection-window"]),
        ran("of no rule", "passed"),
      ],
    },
    { name: join(folder, "tests", "fell-over.test.ts"), assertionResults: [] },
  ],
  folder,
)

test("under each of its tags, with its file and what came of it", () => {
  const file = "tests/policy/one.test.ts"
  expect(told["first-party-only"]).toEqual([{ file, name: "refused", status: "passed" }])
  expect(told["collection-window"]?.map(({ status }) => status)).toEqual(["passed", "failed", "skipped", "skipped"])
  expect(Object.keys(told)).toHaveLength(2)
})

test("as the report reads it", () => {
  const written = JSON.stringify({
    ...now,
    unchanged: true,
    at: "2026-11-22T10:00:00Z",
    cores: 2,
    passed: 2,
    checks: [],
    rules: told,
  })
  expect(readResult(TestResults)(written)?.rules).toEqual(told)
})
