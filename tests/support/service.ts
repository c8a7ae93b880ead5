/** The real service, built and started as `npm start` starts it, on a port and in a folder of its own. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { ensureBuilt, root } from "../../src/launcher/set-up.mjs"

export interface Service {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  /** The launcher's. */
  readonly pid: number
  /** Milliseconds from the command to the line that says it is open. */
  readonly startTook: number
  /** What it said as it opened. */
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

const buildLock = join(tmpdir(), `big-ask-build-${Buffer.from(root).toString("base64url").slice(-40)}`)
const longestBuild = 120_000

/** Test files run side by side: the first builds and the others wait. */
const built = async (): Promise<void> => {
  for (;;) {
    try {
      mkdirSync(buildLock)
      break
    } catch {
      const age = Date.now() - (statSync(buildLock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
      if (age > longestBuild) rmSync(buildLock, { recursive: true, force: true })
      await delay(50)
    }
  }
  try {
    ensureBuilt()
  } finally {
    rmSync(buildLock, { recursive: true, force: true })
  }
}

const begin = ({ port, databaseUrl, env, launcher }: Asked, dataDir: string): ChildProcess =>
  spawn(process.execPath, [launcher ?? join(root, "src", "launcher", "main.ts")], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"],
      HOST: "127.0.0.1",
      PORT: `${port ?? 0}`,
      DATA_DIR: dataDir,
      WATCH_PIDS: `${process.pid}`,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      ...env,
    },
  })

/** Resolves when it is open, or when it has ended without opening. */
export const tryService = async (asked: Asked = {}): Promise<Service | Ended> => {
  await built()
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
      if (url !== undefined && child.pid !== undefined) resolve(service(url, child.pid))
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
