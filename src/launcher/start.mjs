/** `npm start` on any Node from 20: installs and builds the missing parts, then hands over to the launcher. */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { ourNode, program, root } from "./set-up.mjs"
import { handOver, prepare } from "./steps.mjs"

/** This process and those above it up to npm: the platform ends when any of them does. */
const ancestors = () => {
  const pids = [process.pid, process.ppid]
  const shell = spawnSync("ps", ["-o", "ppid=,comm=", "-p", String(process.ppid)], { encoding: "utf8" })
  const [parent, name = ""] = (shell.stdout ?? "").trim().split(/\s+/)
  return process.env.npm_lifecycle_event && /sh$/.test(name) ? [...pids, Number(parent)] : pids
}

const prepared = await prepare(process.execPath, [join(root, "src", "launcher", "prepare.mjs"), "--build"])
if (prepared !== 0) process.exit(prepared)

const watched = ancestors().filter((pid) => pid > 1)
const code = await handOver(ourNode(), ["--disable-sigusr1", program("launcher")], {
  cwd: root,
  env: { ...process.env, WATCH_PIDS: watched.join(",") },
})
process.exit(code)
