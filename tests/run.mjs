/** `npm test` on any Node from 20: does its own set-up, runs every check, and closes with one line of counts. */
import { spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { join } from "node:path"
import { ensureBuilt, ensureInstalled, ourNode, root } from "../src/launcher/set-up.mjs"

const full = process.argv.includes("--full")
/** The sizes that the promises are stated in; each test has a smaller, seeded one of its own. */
const fullSizes = { FUZZ: "10000", HANGUPS: "1000", ROUNDS: "50", POWER_CUTS: "20", CANARIES: "100000", FULL: "1" }

ensureInstalled()
ensureBuilt()

const node = ourNode()
const bin = (...path) => join(root, "node_modules", ...path)
const results = join(root, ".results")
const report = join(results, "vitest.json")
mkdirSync(results, { recursive: true })
rmSync(report, { force: true })

const env = {
  ...process.env,
  ...(full && fullSizes),
  PATH: `${bin(".bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`,
}

const check = (name, args) => {
  process.stdout.write(`\n${name}\n`)
  const begun = Date.now()
  const { status } = spawnSync(node, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], env })
  return { name, passed: status === 0, seconds: (Date.now() - begun) / 1000 }
}

const checks = [
  check("Types (tsc)", [bin("typescript", "bin", "tsc"), "--noEmit", "-p", "."]),
  check("Format and lint (Biome)", [bin("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", "."]),
]
const vitest = [
  bin("vitest", "vitest.mjs"),
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
]
const suite = check("Tests (Vitest)", vitest)

const counts = () => {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, testResults } = JSON.parse(
      readFileSync(report, "utf8"),
    )
    const broken = testResults.filter((each) => each.status === "failed" && each.assertionResults.length === 0).length
    return {
      passed: numPassedTests,
      failed: numFailedTests + broken,
      skipped: numPendingTests,
      suites: numFailedTestSuites,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0, suites: 1 }
  }
}

const { passed, failed, skipped } = counts()
const unexplained = !suite.passed && failed === 0 ? 1 : 0
const total = {
  passed: passed + checks.filter((each) => each.passed).length,
  failed: failed + unexplained + checks.filter((each) => !each.passed).length,
  skipped,
}

const commit = spawnSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" }).stdout?.trim() || "unknown"
const file = join(results, full ? "test-full.json" : "test.json")
writeFileSync(
  file,
  JSON.stringify({ commit, cores: cpus().length, full, ...total, checks: [...checks, suite] }, null, 2),
)

process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped ? `, ${skipped} skipped` : ""}\n`)
process.exit(total.failed === 0 && suite.passed ? 0 : 1)
