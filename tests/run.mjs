/** Runs every check (`npm test`) on any Node from 20: installs, builds, and ends with one line of counts. */
import { ensureBuilt, ensureInstalled } from "../src/launcher/set-up.mjs"
import { thisBuild } from "../src/launcher/this-build.mjs"

const full = process.argv.includes("--full")
/** The sizes that the promises name; without `--full` each test runs at a smaller size, with a fixed seed. */
const fullSizes = { FUZZ: "10000", HANGUPS: "1000", ROUNDS: "50", POWER_CUTS: "20", CANARIES: "100000", FULL: "1" }

ensureInstalled()

// It needs the project's own Node, which exists only once the packages are installed.
const { conclude, printSlowest, runTests, startCheck, storeResult } = await import("./support/vitest-run.mjs")
const { bin } = await import("./support/project.mjs")

const checking = [
  startCheck("Types (tsc)", [bin("typescript", "bin", "tsc"), "--noEmit", "-p", "."]),
  startCheck("Format and lint (Biome)", [
    bin("@biomejs", "biome", "bin", "biome"),
    "check",
    "--error-on-warnings",
    ".",
  ]),
]
ensureBuilt()
const before = thisBuild()
const checks = await Promise.all(checking)
const { suite, passed, failed, skipped, rules, slowest } = runTests("Tests (Vitest)", [], full ? fullSizes : {})

const total = {
  passed: passed + checks.filter((each) => each.passed).length,
  failed: failed + checks.filter((each) => !each.passed).length,
  skipped,
}
storeResult(full ? "test-full.json" : "test.json", before, { full, ...total, checks: [...checks, suite], rules })
printSlowest(slowest)
process.exitCode = conclude(total)
