/** Asks the compiler and the tests of a folder; what was wrong there before anything was broken does not count. */
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

/** Each complaint without its place, which an edit above it would move. */
export const complaints = async (folder: string): Promise<readonly string[]> => {
  const memory = ["--incremental", "--tsBuildInfoFile", join(".results", "types.json")]
  const said = await run(folder, [
    tool("typescript", "bin", "tsc"),
    ...["--noEmit", "-p", ".", "--pretty", "false"],
    ...memory,
  ])
  return [...said.matchAll(/^(\S+?)\(\d+,\d+\): (error .*(?:\n\s.*)*)/gm)].map(
    ([, file = "", message = ""]) => `${file}: ${message}`,
  )
}

/** By file and full name, whether a test passed. */
export type Told = ReadonlyMap<string, boolean>

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

export const told = async (folder: string, files: readonly string[], named?: string): Promise<Told> => {
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
        // On a busy machine a test may come too late; that is no finding.
        .filter(({ failureMessages }) => !failureMessages?.some((said) => /timed out in \d+ms/.test(said)))
        .map(({ fullName, status }) => [`${relative(folder, name)} › ${fullName}`, status === "passed"] as const),
    ),
  )
}

export interface Before {
  readonly complaints: ReadonlySet<string>
  readonly told: Told
}

export const before = async (folder: string, files: readonly string[]): Promise<Before> => ({
  complaints: new Set(await complaints(folder)),
  told: files.length === 0 ? new Map() : await told(folder, files),
})

/** What caught it, or why nothing did. */
export type Found = { readonly how: string } | { readonly why: string }

const byTypes = async (folder: string, { says }: ByTypes, before: Before): Promise<Found> => {
  const fresh = (await complaints(folder)).filter((each) => !before.complaints.has(each))
  if (fresh.some((each) => each.includes(says))) return { how: `tsc: ${says}` }
  return { why: `types said ${fresh[0] === undefined ? "nothing" : `only: ${fresh[0].split("\n")[0]}`}` }
}

const passedBefore = ({ file, named = "" }: ByTest, { told }: Before): boolean =>
  [...told].some(([name, passed]) => passed && name.startsWith(`${file} › `) && name.includes(named))

const byTest = async (folder: string, check: ByTest, before: Before): Promise<Found> => {
  const { layer, file, named } = check
  if (!passedBefore(check, before)) return { why: `${file} has no test “${named ?? ""}” that passes` }
  const results = [...(await told(folder, [file], named))]
  const failed = results.filter(([name, passed]) => !passed && before.told.get(name) !== false)
  if (failed[0] !== undefined) return { how: failed[0][0] }
  return { why: results.length === 0 ? `no test of ${file} ran` : `${layer}: ${file} passed` }
}

export const caught = (folder: string, check: Check, before: Before): Promise<Found> =>
  check.layer === "types" ? byTypes(folder, check, before) : byTest(folder, check, before)
