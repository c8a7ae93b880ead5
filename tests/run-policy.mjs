/** Runs the tests of the rules alone (`npm run test:policy`), on any Node from 20, in under a minute, and prints a line per rule. */
import { ensureBuilt, ensureInstalled, program } from "../src/launcher/set-up.mjs"
import { thisBuild } from "../src/launcher/this-build.mjs"

/** The rules, the arrows between folders, the list of sabotages, where decoder and database must agree, and the way of a complaint. */
const suite = [
  "tests/policy",
  "tests/architecture",
  "tests/sabotage",
  "tests/db/layers-agree.test.ts",
  "tests/db/collection-agrees.test.ts",
  "tests/db/complaints.test.ts",
  "tests/commands/complaints.test.ts",
  "tests/launcher/key-watch.test.ts",
]

ensureInstalled()
ensureBuilt()

const { check, conclude, runTests, storeResult } = await import("./support/vitest-run.mjs")
const { bin } = await import("./support/project.mjs")
const before = thisBuild()
const types = check("Types (tsc)", [bin("typescript", "bin", "tsc"), "--noEmit", "-p", "."])
const { suite: run, rules, slowest, ...counts } = runTests("The rules (Vitest)", suite)
const total = {
  ...counts,
  passed: counts.passed + (types.passed ? 1 : 0),
  failed: counts.failed + (types.passed ? 0 : 1),
}
const file = storeResult("policy.json", before, { ...total, checks: [types, run], rules })

const node = ["--disable-warning=ExperimentalWarning", program("ask")]
const summary = check("The rules, one by one", [...node, "rules", file])
process.exitCode = conclude({ ...total, failed: total.failed + (summary.passed ? 0 : 1) })
