/** `npm run sabotage` on any Node from 20: breaks a copy of the code in every way that `rules.md` names, and reports what caught it. */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { ensureInstalled, ourNode, root } from "../../src/launcher/set-up.mjs"

ensureInstalled()
const script = join(root, "tests", "sabotage", "carry-out.ts")
const node = ["--disable-warning=ExperimentalWarning", script, ...process.argv.slice(2)]
process.exit(spawnSync(ourNode(), node, { cwd: root, stdio: "inherit" }).status ?? 1)
