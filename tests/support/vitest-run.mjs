/** Runs tests on any Node from 20 and tells what came of them: in numbers, by the rule they are tagged with, and of which build. */
import { spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { join, relative } from "node:path"
import { ourNode, root } from "../../src/launcher/set-up.mjs"
import { thisBuild } from "../../src/launcher/this-build.mjs"

const results = join(root, ".results")
const node = ourNode()

export const bin = (...path) => join(root, "node_modules", ...path)

/** A step of a run, under its name. */
export const check = (name, args, env = {}) => {
  const separator = process.platform === "win32" ? ";" : ":"
  const path = `${bin(".bin")}${separator}${process.env.PATH}`
  process.stdout.write(`\n${name}\n`)
  const begun = Date.now()
  const { status } = spawnSync(node, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env, PATH: path },
  })
  return { name, passed: status === 0, seconds: (Date.now() - begun) / 1000 }
}

const states = { passed: "passed", failed: "failed" }

/** Every test that bears a tag, under each of its tags. */
export const byRule = (testResults, folder = root) => {
  const rules = {}
  for (const { name: path, assertionResults } of testResults)
    for (const { fullName, status, tags = [] } of assertionResults)
      for (const tag of tags) {
        const test = {
          file: relative(folder, path).replaceAll("\\", "/"),
          name: fullName,
          status: states[status] ?? "skipped",
        }
        rules[tag] = [...(rules[tag] ?? []), test]
      }
  return rules
}

const told = (report) => {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, "utf8"))
    const broken = testResults.filter((each) => each.status === "failed" && each.assertionResults.length === 0).length
    return {
      passed: numPassedTests,
      failed: numFailedTests + broken,
      skipped: numPendingTests,
      rules: byRule(testResults),
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0, rules: {} }
  }
}

/** With these arguments of Vitest's, such as the files to run; without them, all of it. */
export const runTests = (name, wanted = [], env = {}) => {
  mkdirSync(results, { recursive: true })
  const report = join(results, "vitest.json")
  rmSync(report, { force: true })
  const args = ["run", ...wanted, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
  const suite = check(name, [bin("vitest", "vitest.mjs"), ...args], env)
  const found = told(report)
  // A run that fails without a failing test has failed all the same.
  return { suite, ...found, failed: found.failed + (!suite.passed && found.failed === 0 ? 1 : 0) }
}

/** A result is of a build only if that was the same, with nothing changed, when the run began and when it ended. */
export const keep = (file, began, outcome) => {
  const ended = thisBuild()
  const clean = began.clean && ended.clean && began.commit === ended.commit && began.lockfile === ended.lockfile
  const path = join(results, file)
  const found = { ...ended, clean, at: new Date().toISOString(), cores: cpus().length, ...outcome }
  writeFileSync(path, `${JSON.stringify(found, null, 2)}\n`)
  return path
}

/** The last line, and the exit code. */
export const conclude = ({ passed, failed, skipped }) => {
  if (skipped) process.stdout.write(`\n${skipped} skipped: each says above why.`)
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
}
