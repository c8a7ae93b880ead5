/** Runs the compiler and the tests in a folder, and ignores what failed there before the sabotage. */
import { execFile } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import { join, relative } from "node:path"
import type { ByTest, ByTypes, Check } from "./sabotage.ts"

const longest = 300_000

const run = (folder: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const options = { cwd: folder, maxBuffer: 2 ** 26, timeout: longest }
    execFile(process.execPath, args, options, (_, out, error) => resolve(`${out}${error}`))
  })

const tool = (...path: readonly string[]): string => join("node_modules", ...path)

/** Each error without its line, which an edit above it would move. */
export const compilerErrors = async (folder: string): Promise<readonly string[]> => {
  const memory = ["--incremental", "--tsBuildInfoFile", join(".results", "types.json")]
  const output = await run(folder, [
    tool("typescript", "bin", "tsc"),
    ...["--noEmit", "-p", ".", "--pretty", "false"],
    ...memory,
  ])
  return [...output.matchAll(/^(\S+?)\(\d+,\d+\): (error .*(?:\n\s.*)*)/gm)].map(
    ([, file = "", message = ""]) => `${file}: ${message}`,
  )
}

/** Whether a test passed, by its file and full name. */
export type TestResults = ReadonlyMap<string, boolean>

interface TestReport {
  readonly testResults: ReadonlyArray<{
    readonly name: string
    readonly assertionResults: ReadonlyArray<{
      readonly fullName: string
      readonly status: string
      readonly failureMessages?: readonly string[] | null
    }>
  }>
}

/** Vitest puts a sign between a group's name and a test's where its report has a space. */
const pattern = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "( > | )")

export const runTests = async (folder: string, files: readonly string[], named?: string): Promise<TestResults> => {
  const report = join(folder, ".results", "vitest.json")
  rmSync(report, { force: true })
  const narrowed = named === undefined ? [] : ["-t", pattern(named)]
  await run(folder, [
    tool("vitest", "vitest.mjs"),
    "run",
    ...files,
    ...narrowed,
    "--retry=0",
    "--reporter=json",
    `--outputFile=${report}`,
  ])
  if (!existsSync(report)) return new Map()
  const { testResults }: TestReport = JSON.parse(readFileSync(report, "utf8"))
  return new Map(
    testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === "passed" || status === "failed")
        // A timeout on a busy machine shows nothing about the sabotage.
        .filter(({ failureMessages }) => !failureMessages?.some((message) => /timed out in \d+ms/.test(message)))
        .map(({ fullName, status }) => [`${relative(folder, name)} › ${fullName}`, status === "passed"] as const),
    ),
  )
}

export interface Before {
  readonly errors: ReadonlySet<string>
  readonly tests: TestResults
}

export const checkBefore = async (folder: string, files: readonly string[]): Promise<Before> => ({
  errors: new Set(await compilerErrors(folder)),
  tests: files.length === 0 ? new Map() : await runTests(folder, files),
})

/** What caught it, or why nothing did. */
export type Catch = { readonly how: string } | { readonly why: string }

const byTypes = async (folder: string, { says }: ByTypes, before: Before): Promise<Catch> => {
  const fresh = (await compilerErrors(folder)).filter((each) => !before.errors.has(each))
  if (fresh.some((each) => each.includes(says))) return { how: `tsc: ${says}` }
  return {
    why: fresh[0] === undefined ? "the compiler found no error" : `the compiler only found: ${fresh[0].split("\n")[0]}`,
  }
}

const passedBefore = ({ file, named = "" }: ByTest, { tests }: Before): boolean =>
  [...tests].some(([name, passed]) => passed && name.startsWith(`${file} › `) && name.includes(named))

const byTest = async (folder: string, check: ByTest, before: Before): Promise<Catch> => {
  const { layer, file, named } = check
  if (!passedBefore(check, before)) return { why: `${file} has no test “${named ?? ""}” that passes` }
  const results = [...(await runTests(folder, [file], named))]
  const failed = results.filter(([name, passed]) => !passed && before.tests.get(name) !== false)
  if (failed[0] !== undefined) return { how: failed[0][0] }
  return { why: results.length === 0 ? `no test of ${file} ran` : `${layer}: ${file} passed` }
}

export const findCatch = (folder: string, check: Check, before: Before): Promise<Catch> =>
  check.layer === "types" ? byTypes(folder, check, before) : byTest(folder, check, before)
