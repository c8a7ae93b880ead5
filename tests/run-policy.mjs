/** `npm run test:policy` on any Node from 20: the suite of the rules alone, in under a minute, and a line a rule at its end. */
import { join } from "node:path"
import { ensureBuilt, ensureInstalled, root } from "../src/launcher/set-up.mjs"
import { thisBuild } from "../src/launcher/this-build.mjs"

/** The rules and the seams: decoder and database agree, the architecture stands, no sabotage has rotted. */
const suite = [
  "tests/policy",
  "tests/architecture.test.ts",
  "tests/sabotage",
  "tests/db/layers-agree.test.ts",
  "tests/db/collection-agrees.test.ts",
  // What they import they share, which takes nearly half the time; `npm test` gives each file its own.
  "--no-isolate",
]

ensureInstalled()
ensureBuilt()

const { bin, check, conclude, keep, runTests } = await import("./support/vitest-run.mjs")
const began = thisBuild()
const types = check("Types (tsc)", [bin("typescript", "bin", "tsc"), "--noEmit", "-p", "."])
const { suite: run, rules, ...told } = runTests("The rules (Vitest)", suite)
const total = {
  ...told,
  passed: told.passed + (types.passed ? 1 : 0),
  failed: told.failed + (types.passed ? 0 : 1),
}
const file = keep("policy.json", began, { ...total, checks: [types, run], rules })

const node = ["--disable-warning=ExperimentalWarning", join(root, "src", "commands", "ask.ts")]
const said = check("The rules, one by one", [...node, "rules", file])
process.exitCode = conclude({ ...total, failed: total.failed + (said.passed ? 0 : 1) })
