/** The real service, built and started as `npm start` starts it, on a port and in a folder of its own. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ensureBuilt, program, root } from "../../src/launcher/set-up.mjs"
import { ofThisRun } from "./environment.ts"

export interface Service {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  /** The launcher's. */
  readonly pid: number
  /** Milliseconds from the command to the line that says it is open. */
  readonly startTook: number
  /** Its output as it opened. */
  readonly opening: string
  /** All it has written so far on both its outputs. */
  readonly output: () => string
  readonly signal: (signal: NodeJS.Signals) => void
  readonly ended: Promise<Ended>
  /** Drains it, and removes its folder if the folder was made here. */
  readonly stop: () => Promise<Ended>
}

export interface Ended {
  readonly code: number | null
  readonly output: string
}

export interface Asked {
  readonly port?: number
  readonly dataDir?: string
  readonly databaseUrl?: string
  readonly env?: Readonly<Record<string, string>>
  /** A launcher of the test's own in place of the service's. */
  readonly launcher?: string
}

const begin = ({ port, databaseUrl, env, launcher }: Asked, dataDir: string): ChildProcess =>
  spawn(process.execPath, [launcher ?? program("launcher")], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...ofThisRun,
      HOST: "127.0.0.1",
      PORT: `${port ?? 0}`,
      DATA_DIR: dataDir,
      WATCH_PIDS: `${process.pid}`,
      // A transfer as the service opens would take time and print.
      NIGHTLY_TRANSFER: "off",
      // A test posts a page as soon as it has come.
      HURRY: "on",
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      ...env,
    },
  })

let built = false

/** Test files run side by side: the first builds and the others wait. */
const build = (): void => {
  if (!built) ensureBuilt()
  built = true
}

/** Resolves when it is open, or when it has ended without opening. */
export const tryService = async (asked: Asked = {}): Promise<Service | Ended> => {
  build()
  const ours = asked.dataDir === undefined
  const dataDir = asked.dataDir ?? mkdtempSync(join(tmpdir(), "big-ask-"))
  const began = performance.now()
  const child = begin(asked, dataDir)
  let output = ""
  const ended = new Promise<Ended>((resolve) =>
    child.once("close", (code) => {
      if (ours) rmSync(dataDir, { recursive: true, force: true })
      resolve({ code, output })
    }),
  )
  const service = (url: string, pid: number): Service => ({
    url,
    port: Number(new URL(url).port),
    dataDir,
    pid,
    startTook: performance.now() - began,
    opening: output,
    output: () => output,
    signal: (signal) => void child.kill(signal),
    ended,
    stop: () => {
      child.kill("SIGTERM")
      return ended
    },
  })
  const open = new Promise<Service>((resolve) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString()
      const url = /http:\/\/[^\s/]+/.exec(output)?.[0]
      if (url === undefined || child.pid === undefined) return
      const { pid } = child
      // The launcher prints its address and then logs that it is open; a launcher of a test's own may not log.
      if (output.includes('"event":"opened"')) resolve(service(url, pid))
      else setTimeout(() => resolve(service(url, pid)), 1_000)
    }
    child.stdout?.on("data", hear)
    child.stderr?.on("data", hear)
  })
  return Promise.race([open, ended])
}

export const startService = async (asked: Asked = {}): Promise<Service> => {
  const service = await tryService(asked)
  if (!("pid" in service)) throw new Error(`the service did not open: ${service.output}`)
  return service
}

let shared: Promise<Service> | undefined

/** One for all test files that share this process and count nothing from its start; it ends with the process. */
export const sharedService = (): Promise<Service> => {
  shared ??= startService()
  return shared
}
