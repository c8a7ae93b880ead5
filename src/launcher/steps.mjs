/** Runs the steps behind a typed command; a signal ends a step with everything that it has started, so that no process is left. */
import { spawn } from "node:child_process"
import { setTimeout as delay } from "node:timers/promises"

// Node's own handler would open a debugger; the flag against it is unknown to the oldest Node that may run this.
process.on("SIGUSR1", () => undefined)

const signals = ["SIGTERM", "SIGINT", "SIGHUP"]
const hasGroups = process.platform !== "win32"
/** Milliseconds. */
const patience = 5_000

/** Ends a process group, or on Windows, which has no groups, the process. */
const end = async (child) => {
  if (!hasGroups) return child.kill()
  const send = (signal) => {
    try {
      return process.kill(-child.pid, signal)
    } catch {
      return false
    }
  }
  send("SIGTERM")
  for (let waited = 0; waited < patience && send(0); waited += 50) await delay(50)
  send("SIGKILL")
}

const onSignals = (handle) => {
  for (const signal of signals) process.on(signal, handle)
  return () => {
    for (const signal of signals) process.off(signal, handle)
  }
}

const debuggerRefused =
  "NODE_OPTIONS opens a debugger (--inspect), through which any process here could read keys and answers. Nothing was done. Take it out, then run this again.\n"

const opensDebugger = () => {
  const opens = /--inspect/.test(process.env.NODE_OPTIONS ?? "")
  if (opens) process.stderr.write(debuggerRefused)
  return opens
}

/** Installs or builds. Resolves with the exit code, unless a signal ends it, and then this process with 0. */
export const prepare = (command, args) =>
  new Promise((resolve) => {
    if (opensDebugger()) return resolve(1)
    const child = spawn(command, args, { stdio: "inherit", detached: hasGroups })
    let stopping = false
    const off = onSignals(() => {
      if (stopping) return
      stopping = true
      void end(child).then(() => process.exit(0))
    })
    child.once("exit", (code) => {
      if (stopping) return
      off()
      resolve(code ?? 1)
    })
  })

/** Hands over to a process that ends by itself when it gets a signal. Resolves with its exit code. */
export const handOver = (command, args, options) =>
  new Promise((resolve) => {
    if (opensDebugger()) return resolve(1)
    const child = spawn(command, args, { stdio: "inherit", ...options })
    let stopping = false
    onSignals((signal) => {
      stopping = true
      child.kill(signal)
    })
    // A signal before it listens for one ends it without a code.
    child.once("exit", (code) => resolve(code ?? (stopping ? 0 : 1)))
  })
