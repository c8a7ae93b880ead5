/** A process that is kept running: what dies is started again, ever more slowly, until it is told to drain. */
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process"
import { setTimeout as delay } from "node:timers/promises"
import type { Account } from "./account.ts"

export interface Role {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Its words on stderr are passed on until it says that it is ready; after that they could hold an answer. */
  readonly talks: "always" | "until-ready"
  /** Whom it runs as; without one, as whoever started the launcher. */
  readonly account?: Account | undefined
  readonly heard: (message: unknown) => void
  readonly started?: (send: (message: object) => void) => void
  /** How often in a row it has now ended without having been ready. */
  readonly ended: (vainStarts: number) => void
}

export interface Child {
  readonly send: (message: object) => boolean
  readonly isReady: () => void
  readonly vainStarts: () => number
  /** Ends it at once, so that it starts anew. */
  readonly again: () => void
  /** Asks it to end, and ends it if it has not within the time given. */
  readonly drain: (message: object, patience: number) => Promise<void>
}

const firstPause = 100
const longestPause = 5_000
const steadyAfter = 10_000

export const keepRunning = (role: Role): Child => {
  let running: ChildProcess | undefined
  let draining = false
  let pause = firstPause
  let vainStarts = 0
  let timer: NodeJS.Timeout | undefined

  const send = (message: object) => {
    if (running?.connected !== true) return false
    running.send(message, () => undefined)
    return true
  }
  const start = () => {
    const startedAt = performance.now()
    const child = spawnConfined(role)
    running = child
    vainStarts++
    child.stderr?.on("data", (chunk: Buffer) => process.stderr.write(chunk))
    child.on("message", role.heard)
    child.on("error", () => undefined)
    child.once("exit", () => {
      running = undefined
      role.ended(vainStarts)
      if (draining) return
      if (performance.now() - startedAt > steadyAfter) pause = firstPause
      timer = setTimeout(start, pause)
      pause = Math.min(pause * 2, longestPause)
    })
    role.started?.(send)
  }
  start()

  return {
    send,
    isReady: () => {
      vainStarts = 0
      running?.stderr?.removeAllListeners("data").resume()
    },
    vainStarts: () => vainStarts,
    again: () => running?.kill("SIGKILL"),
    drain: async (message, patience) => {
      draining = true
      clearTimeout(timer)
      const child = running
      if (child === undefined) return
      const ended = new Promise((resolve) => child.once("exit", resolve))
      if (child.connected) child.send(message, () => undefined)
      const late = delay(patience, "late", { ref: false })
      if ((await Promise.race([ended, late])) === "late") child.kill("SIGKILL")
      await ended
    },
  }
}

/** No core dump of a process that has seen answers or keys; a session of its own, so that Ctrl-C reaches the launcher alone. */
export const spawnConfined = ({
  args,
  env,
  talks,
  account,
}: Pick<Role, "args" | "env" | "talks" | "account">): ChildProcess => {
  const options: SpawnOptions = {
    env: { ...env },
    ...account,
    stdio: ["ignore", "ignore", talks === "always" ? "inherit" : "pipe", "ipc"],
    serialization: "advanced",
    windowsHide: true,
  }
  return process.platform === "win32"
    ? spawn(process.execPath, args, options)
    : spawn("/bin/sh", ["-c", 'ulimit -c 0; exec "$0" "$@"', process.execPath, ...args], { ...options, detached: true })
}
