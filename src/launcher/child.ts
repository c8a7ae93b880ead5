/** Keeps a process running: starts it again after each end, with longer and longer pauses, until it is drained. */
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process"
import type { Server } from "node:net"
import { setTimeout as delay } from "node:timers/promises"
import type { Account } from "./account.ts"
import type { Begun } from "./sandbox.ts"

export interface Role {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Its standard error is printed always, or only until it is ready, since later it could hold an answer. */
  readonly talks: "always" | "until-ready"
  /** The account it runs under; without one, the account of the launcher. */
  readonly account?: Account | undefined
  /** The sandbox that it runs in. */
  readonly sandbox?: Begun | undefined
  /** Opens the port that it gets, before each start; without one it is tried again later. */
  readonly door?: () => Promise<Server | undefined>
  readonly onMessage: (message: unknown) => void
  readonly onStart?: (send: (message: object) => void) => void
  /** Gets the number of ends in a row without ever being ready. */
  readonly onEnd: (failedStarts: number) => void
}

export interface Child {
  readonly send: (message: object) => boolean
  readonly isReady: () => void
  readonly failedStarts: () => number
  /** Kills it, so that it is started again. */
  readonly restart: () => void
  /** Asks it to end, and kills it when it has not ended in time. */
  readonly drain: (message: object, patience: number) => Promise<void>
}

const firstPause = 100
const longestPause = 5_000
const steadyAfter = 10_000

export const keepRunning = (role: Role): Child => {
  let running: ChildProcess | undefined
  let draining = false
  let pause = firstPause
  let failedStarts = 0
  let timer: NodeJS.Timeout | undefined

  const send = (message: object) => {
    if (running?.connected !== true) return false
    running.send(message, () => undefined)
    return true
  }
  const again = (startedAt: number) => {
    if (draining) return
    if (performance.now() - startedAt > steadyAfter) pause = firstPause
    timer = setTimeout(start, pause)
    pause = Math.min(pause * 2, longestPause)
  }
  const start = async () => {
    const startedAt = performance.now()
    const door = await role.door?.()
    if (draining) return void door?.close()
    if (role.door !== undefined && door === undefined) return again(startedAt)
    const child = spawnConfined(role)
    running = child
    failedStarts++
    if (door !== undefined) child.send({ kind: "door" }, door, () => door.close())
    child.stderr?.on("data", (chunk: Buffer) => process.stderr.write(chunk))
    child.on("message", role.onMessage)
    child.on("error", () => undefined)
    child.once("exit", () => {
      running = undefined
      role.onEnd(failedStarts)
      again(startedAt)
    })
    role.onStart?.(send)
  }
  void start()

  return {
    send,
    isReady: () => {
      failedStarts = 0
      running?.stderr?.removeAllListeners("data").resume()
    },
    failedStarts: () => failedStarts,
    restart: () => running?.kill("SIGKILL"),
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

/** Forbids core dumps, which could hold answers or keys, and starts a session, so that Ctrl-C reaches only the launcher. */
export const spawnConfined = ({
  args,
  env,
  talks,
  account,
  sandbox,
}: Pick<Role, "args" | "env" | "talks" | "account" | "sandbox">): ChildProcess => {
  const options: SpawnOptions = {
    env: { ...env },
    ...account,
    stdio: [sandbox === undefined ? "ignore" : "pipe", "ignore", talks === "always" ? "inherit" : "pipe", "ipc"],
    serialization: "advanced",
    windowsHide: true,
  }
  if (process.platform === "win32") return spawn(process.execPath, args, options)
  const command = [...(sandbox?.words ?? []), process.execPath, ...args]
  const child = spawn("/bin/sh", ["-c", 'ulimit -c 0; exec "$0" "$@"', ...command], { ...options, detached: true })
  // A sandbox that has ended already reads nothing, and its end is reported elsewhere.
  child.stdin?.on("error", () => undefined).end(sandbox?.input)
  return child
}
