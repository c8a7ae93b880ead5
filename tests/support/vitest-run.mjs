/** Runs tests on any Node from 20 and reports the counts, the slowest files, and the results of each rule by its tag. */
import { spawn, spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { join, relative } from "node:path"
import { signedResult } from "../../src/launcher/results-key.mjs"
import { ourNode } from "../../src/launcher/set-up.mjs"
import { thisBuild } from "../../src/launcher/this-build.mjs"
import { bin, results, root } from "./project.mjs"

const node = ourNode()

const environment = (env) => {
  const separator = process.platform === "win32" ? ";" : ":"
  return { ...process.env, ...env, PATH: `${bin(".bin")}${separator}${process.env.PATH}` }
}

const secondsSince = (begun) => (Date.now() - begun) / 1000

/** Starts one step with the project's own Node; its output is printed under its name once it has ended. */
export const startCheck = (name, args) =>
  new Promise((resolve) => {
    const begun = Date.now()
    const child = spawn(node, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], env: environment({}) })
    let output = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk))
    child.once("close", (code) => {
      process.stdout.write(`\n${name}\n${output}`)
      resolve({ name, passed: code === 0, seconds: secondsSince(begun) })
    })
  })

/** Runs one step under its name, with the project's own Node and its tools first on the path. */
export const check = (name, args, env = {}) => {
  process.stdout.write(`\n${name}\n`)
  const begun = Date.now()
  const { status } = spawnSync(node, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: environment(env),
  })
  return { name, passed: status === 0, seconds: secondsSince(begun) }
}

const pathOf = (file, folder) => relative(folder, file).replaceAll("\\", "/")

const states = { passed: "passed", failed: "failed" }

/** Lists every test that bears a tag, under each of its tags. */
export const byRule = (testResults, folder = root) => {
  const rules = {}
  for (const { name: path, assertionResults } of testResults)
    for (const { fullName, status, tags = [] } of assertionResults)
      for (const tag of tags) {
        const test = { file: pathOf(path, folder), name: fullName, status: states[status] ?? "skipped" }
        rules[tag] = [...(rules[tag] ?? []), test]
      }
  return rules
}

/** The ten files whose tests took longest. */
export const slowestOf = (testResults, folder = root) =>
  testResults
    .map(({ name, startTime, endTime }) => ({ file: pathOf(name, folder), seconds: (endTime - startTime) / 1000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 10)

export const printSlowest = (slowest) => {
  process.stdout.write("\nThe ten slowest files\n")
  for (const { file, seconds } of slowest) process.stdout.write(`${seconds.toFixed(1).padStart(7)} s  ${file}\n`)
}

const readReport = (file) => {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(file, "utf8"))
    const unrun = testResults.filter((each) => each.status === "failed" && each.assertionResults.length === 0).length
    return {
      passed: numPassedTests,
      failed: numFailedTests + unrun,
      skipped: numPendingTests,
      rules: byRule(testResults),
      slowest: slowestOf(testResults),
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0, rules: {}, slowest: [] }
  }
}

/** Takes arguments for Vitest, such as the files to run; without any, runs every test. */
export const runTests = (name, wanted = [], env = {}) => {
  mkdirSync(results, { recursive: true })
  const file = join(results, "vitest.json")
  rmSync(file, { force: true })
  const args = ["run", ...wanted, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]
  const suite = check(name, [bin("vitest", "vitest.mjs"), ...args], env)
  const report = readReport(file)
  // Vitest can fail without a failing test, for example on an error outside every test.
  return { suite, ...report, failed: report.failed + (!suite.passed && report.failed === 0 ? 1 : 0) }
}

/** Signs the outcome with the digest of each file, and whether all were the same before and after the run. */
export const storeResult = (file, before, outcome) => {
  const after = thisBuild()
  const unchanged = JSON.stringify(before.files) === JSON.stringify(after.files)
  const path = join(results, file)
  const result = { ...after, unchanged, at: new Date().toISOString(), cores: cpus().length, ...outcome }
  writeFileSync(path, signedResult(results, result))
  return path
}

/** Prints the last line and returns the exit code. */
export const conclude = ({ passed, failed, skipped }) => {
  if (skipped) process.stdout.write(`\n${skipped} skipped: each test prints why above.`)
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
}
