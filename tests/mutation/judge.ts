/** Of what mutation left standing: the score, each survivor with its reason, and the same as JSON with the commit. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
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

const say = (line: string): void => void process.stdout.write(`${line}\n`)
for (const { file, line, mutator, was, became, reason } of judged)
  say(`${file}:${line} ${mutator}: ${was.slice(0, 70)} → ${became.slice(0, 40)}\n    ${reason ?? "NO REASON GIVEN"}`)
for (const { file, mutator = "", was = "" } of idle) say(`excuses nothing any more: ${file} ${mutator} ${was}`)

const found = { ...thisBuild(), at: new Date().toISOString(), score, killed, total, survivors: judged }
const text = `${JSON.stringify(found, null, 2)}\n`
writeFileSync(join(results, "mutation.json"), text)
// Beside the tests it is for a commit: it takes too long to be run everywhere.
if (process.argv.includes("--keep")) writeFileSync(join(root, "tests", "mutation", "last-run.json"), text)
say(`\n${killed} of ${total} mutants were noticed: ${score} % (wanted: ${bar} %).`)
say(`${survivors.length} survive, ${unexcused.length} of them without a reason; ${idle.length} reasons excuse nothing.`)
process.exitCode = score >= bar && unexcused.length === 0 && idle.length === 0 ? 0 : 1
