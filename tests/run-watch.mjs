/** Runs tests again as their code changes (`npm run test:watch [-- FILES]`): without files, those that uncommitted changes affect. */
import { spawn } from "node:child_process"
import { ensureInstalled, ourNode } from "../src/launcher/set-up.mjs"
import { bin, root } from "./support/project.mjs"

ensureInstalled()
const wanted = process.argv.slice(2)
const uncommitted = ["--project", "rules and pages", "--changed"]
const vitest = spawn(ourNode(), [bin("vitest", "vitest.mjs"), "watch", ...(wanted.length > 0 ? wanted : uncommitted)], {
  cwd: root,
  stdio: "inherit",
})
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => vitest.kill(signal))
vitest.once("exit", (code) => process.exit(code ?? 1))
