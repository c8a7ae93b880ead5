/** `npm test` on any Node from 20: does its own set-up, runs every check, and closes with one line of counts. */
import { ensureBuilt, ensureInstalled } from "../src/launcher/set-up.mjs"
import { thisBuild } from "../src/launcher/this-build.mjs"

const full = process.argv.includes("--full")
/** The sizes that the promises are stated in; each test has a smaller, seeded one of its own. */
const fullSizes = { FUZZ: "10000", HANGUPS: "1000", ROUNDS: "50", POWER_CUTS: "20", CANARIES: "100000", FULL: "1" }

ensureInstalled()
ensureBuilt()

// It asks for our own Node, which is there only once the packages are.
const { bin, check, conclude, keep, runTests } = await import("./support/vitest-run.mjs")
const began = thisBuild()

const checks = [
  check("Types (tsc)", [bin("typescript", "bin", "tsc"), "--noEmit", "-p", "."]),
  check("Format and lint (Biome)", [bin("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", "."]),
]
const { suite, passed, failed, skipped, rules } = runTests("Tests (Vitest)", [], full ? fullSizes : {})

const total = {
  passed: passed + checks.filter((each) => each.passed).length,
  failed: failed + checks.filter((each) => !each.passed).length,
  skipped,
}
keep(full ? "test-full.json" : "test.json", began, { full, ...total, checks: [...checks, suite], rules })
process.exitCode = conclude(total)
