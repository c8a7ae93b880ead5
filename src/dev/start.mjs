/** Runs `npm run dev` on any Node from 20: installs missing packages, then starts the development site on our own Node. */
import { spawn } from "node:child_process"
import { join } from "node:path"
import { ensureInstalled, ourNode, root } from "../launcher/set-up.mjs"

ensureInstalled()

// Node's own handler would open a debugger; the flag against it is unknown to the oldest Node that may run this.
process.on("SIGUSR1", () => undefined)

const site = spawn(
  ourNode(),
  ["--disable-sigusr1", "--disable-warning=ExperimentalWarning", join(root, "src", "dev", "main.ts")],
  {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      WATCH_PIDS: `${process.pid},${process.ppid}`,
      NODE_COMPILE_CACHE: join(root, "node_modules", ".vite-dev", "node"),
    },
  },
)

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => site.kill(signal))
site.on("exit", (code) => process.exit(code ?? 1))
