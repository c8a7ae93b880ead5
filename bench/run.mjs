/** `npm run bench`, or `npm run bench -- ingest`: builds if needed, measures, prints a table each and keeps the figures. */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { ensureBuilt, ensureInstalled, giveUp, ourNode, root } from "../src/launcher/set-up.mjs"

const measurements = [
  "ingest",
  "page",
  "first-answer",
  "geography",
  "transfer",
  "disclosure",
  "tabulate",
  "analysis",
  "flood",
  "big-stores",
  "inspection",
  "scan",
  "publication",
  "publication-plan",
  "free-text",
]
const asked = process.argv.slice(2)
if (asked.some((name) => !measurements.includes(name))) giveUp(`Name one or more of: ${measurements.join(", ")}.`)

ensureInstalled()
ensureBuilt()

const failed = (asked.length > 0 ? asked : measurements).filter((name) => {
  const args = ["--disable-warning=ExperimentalWarning", join(root, "bench", `${name}.ts`)]
  return spawnSync(ourNode(), args, { cwd: root, stdio: "inherit" }).status !== 0
})
process.exit(failed.length === 0 ? 0 : 1)
