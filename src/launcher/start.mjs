/** `npm start` on any Node from 20: sets up what is missing, then hands over to the launcher and passes signals on. */
import { spawn, spawnSync } from "node:child_process"
import { join } from "node:path"
import { ensureBuilt, ensureInstalled, ourNode, root } from "./set-up.mjs"

ensureInstalled()
ensureBuilt()

/** This process and those above it up to npm, so that the platform ends when any of them does. */
const ancestors = () => {
  const pids = [process.pid, process.ppid]
  const shell = spawnSync("ps", ["-o", "ppid=,comm=", "-p", String(process.ppid)], { encoding: "utf8" })
  const [parent, name = ""] = (shell.stdout ?? "").trim().split(/\s+/)
  return process.env.npm_lifecycle_event && /sh$/.test(name) ? [...pids, Number(parent)] : pids
}

const launcher = spawn(ourNode(), [join(root, "src", "launcher", "main.ts")], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    WATCH_PIDS: ancestors()
      .filter((pid) => pid > 1)
      .join(","),
  },
})

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => launcher.kill(signal))
launcher.on("exit", (code) => process.exit(code ?? 1))
