/** Judges a mutation run: prints the score and each survivor with its reason, and writes both as JSON, signed, with the files. */
import { createHash } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { codeIn } from "../../policy/report/manifest.ts"
import { signedResult } from "../../src/launcher/results-key.mjs"
import { root } from "../../src/launcher/set-up.mjs"
import { thisBuild } from "../../src/launcher/this-build.mjs"
import { excuses } from "./excuses.ts"
import { readReport } from "./report.ts"
import { covers } from "./survivor.ts"

const results = join(root, ".results")
const bar = 90

const parts = ["rest", "report"].map((part) => readReport(join(results, `mutation-report-${part}.json`)))
const sum = (count: (part: (typeof parts)[number]) => number) => parts.reduce((all, part) => all + count(part), 0)
const [killed, total] = [sum((part) => part.killed), sum((part) => part.total)]
const survivors = parts.flatMap((part) => part.survivors)
const score = total === 0 ? 0 : Math.round((killed / total) * 10_000) / 100
const judged = survivors.map((each) => ({
  ...each,
  reason: excuses.find((excuse) => covers(excuse, each))?.reason ?? null,
}))
const unexcused = judged.filter(({ reason }) => reason === null)
const idle = excuses.filter((excuse) => !survivors.some((each) => covers(excuse, each)))

const print = (line: string): void => void process.stdout.write(`${line}\n`)
for (const { file, line, mutator, was, became, reason } of judged)
  print(
    `${file}:${line} ${mutator}: ${was.slice(0, 70)} → ${became.slice(0, 40)}\n    ${reason ?? "NO REASON IN tests/mutation/excuses.ts"}`,
  )
for (const { file, mutator = "", was = "" } of idle) print(`no survivor needs this reason: ${file} ${mutator} ${was}`)

const { commit, files } = thisBuild()
/** A run of a part, or a second judgement, does not know which files the whole run began with. */
const unchanged = process.env["FILES_BEFORE"] === createHash("sha256").update(JSON.stringify(files)).digest("hex")
const ran = { commit, files: codeIn(files), unchanged, at: new Date().toISOString() }
const text = signedResult(results, { ...ran, score, killed, total, survivors: judged })
writeFileSync(join(results, "mutation.json"), text)
// The committed copy: a whole run takes too long for every machine.
if (process.argv.includes("--keep")) writeFileSync(join(root, "tests", "mutation", "last-run.json"), text)
print(`\n${killed} of ${total} mutants made a test fail: ${score} % (at least ${bar} % must).`)
print(
  `${survivors.length} survive, ${unexcused.length} of them without a reason; ${idle.length} reasons have no survivor.`,
)
process.exitCode = score >= bar && unexcused.length === 0 && idle.length === 0 ? 0 : 1
