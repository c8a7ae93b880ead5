/** `npm run mutate` on any Node from 20: changes the policy in thousands of small ways, and lists the changes that no test notices. */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { ensureBuilt, ensureInstalled, ourNode, root } from "../../src/launcher/set-up.mjs"
import { thisBuild } from "../../src/launcher/this-build.mjs"

ensureInstalled()
ensureBuilt()
mkdirSync(join(root, ".results"), { recursive: true })
const here = (...path) => join(root, "tests", "mutation", ...path)
const node = (...args) => spawnSync(ourNode(), args, { cwd: root, stdio: "inherit" }).status ?? 1

const asked = process.argv.slice(2)
const wanted = asked.filter((each) => each !== "--keep")
const kept = asked.filter((each) => each === "--keep")
const stryker = join(root, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js")
const one = wanted[wanted.indexOf("--mutate") + 1] ?? ""
const parts = wanted.includes("--mutate") ? [one.includes("policy/report/") ? "report" : "rest"] : ["rest", "report"]
if (!wanted.includes("--mutate"))
  process.env["FILES_BEFORE"] = createHash("sha256").update(JSON.stringify(thisBuild().files)).digest("hex")
const run = (part) => {
  process.env["MUTATION_PART"] = part
  return node(stryker, "run", here("stryker.config.mjs"), ...wanted)
}
const mutated = parts.map(run).find((status) => status !== 0) ?? 0
process.exit(mutated === 0 ? node("--disable-warning=ExperimentalWarning", here("judge.ts"), ...kept) : mutated)
