/** The whole platform, started as its own process tree with the stand-in web process, and a client that hands it responses. */

import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import type { Outcome } from "../../db/collection/append.ts"
import { dayOf } from "../../db/keys/civil-day.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { sealedLike } from "./arrival.ts"
import { ofThisRun } from "./environment.ts"
import { builtLauncher } from "./programs.ts"
import { atEnd } from "./store.ts"

export interface Platform {
  readonly process: ChildProcess
  readonly pid: number
  readonly url: string
  /** Milliseconds from the command to the line that says it is open. */
  readonly startTook: number
  readonly ended: Promise<Ended>
}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

export interface Start {
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly mode?: Mode
  readonly port?: number
  readonly watch?: readonly number[]
}

/** Resolves when it is open or has ended, whichever comes first. */
export const start = ({ dataDir, databaseUrl, mode, port, watch }: Start): Promise<Platform | Ended> => {
  const began = performance.now()
  const child = spawn(process.execPath, [builtLauncher("launch-stub")], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...ofThisRun,
      DATA_DIR: dataDir,
      PORT: `${port ?? 0}`,
      WATCH_PIDS: (watch ?? []).join(","),
      ...(mode && { MODE: mode }),
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    },
  })
  atEnd(() => child.kill("SIGKILL"))
  let [out, error] = ["", ""]
  child.stderr.on("data", (chunk: Buffer) => (error += chunk.toString()))
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, out, error })))
  const open = new Promise<Platform>((resolve) =>
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString()
      const url = /http:\S+/.exec(out)?.[0]
      if (url !== undefined && child.pid !== undefined)
        resolve({ process: child, pid: child.pid, url, startTook: performance.now() - began, ended })
    }),
  )
  return Promise.race([open, ended])
}

export const started = async (asked: Start): Promise<Platform> => {
  const platform = await start(asked)
  if (!("pid" in platform)) throw new Error(`the platform did not open: ${platform.error}`)
  return platform
}

/** The outcomes for a caller without an answer. */
const none = (ids: readonly string[]): Outcome[] => ids.map(() => "unavailable")

/** Hands over one response for each id and says what became of it. */
export const hand = async (url: string, ids: readonly string[]): Promise<readonly Outcome[]> => {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")
  const rows = ids.map((id) => {
    const { form, day, encapsulated, nonce, ciphertext } = sealedLike(id, { day: dayOf(Date.now()) })
    const bytes = { encapsulated: base64(encapsulated), nonce: base64(nonce), ciphertext: base64(ciphertext) }
    return { token: id, form, day, ...bytes }
  })
  try {
    const response = await fetch(url, {
      method: "POST",
      body: JSON.stringify(rows),
      signal: AbortSignal.timeout(5_000),
    })
    return (await response.json()) as Outcome[]
  } catch {
    return none(ids)
  }
}

export interface Relative {
  readonly pid: number
  readonly command: string
}

const isSandbox = (command: string): boolean => /^\S*\/bwrap /.test(command)

const listed = (): readonly (Relative & { readonly ppid: number })[] =>
  execFileSync("ps", ["-A", "-o", "pid=,ppid=,command="], { encoding: "utf8" })
    .split("\n")
    .flatMap((line) => {
      const [, pid, ppid, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
      return pid === undefined ? [] : [{ pid: Number(pid), ppid: Number(ppid), command }]
    })

/** Asked for many times a second while a test waits: Linux itself tells it without a process of `ps`. */
const begunBy = (parent: number): readonly Relative[] => {
  const children = `/proc/${parent}/task/${parent}/children`
  if (!existsSync(children)) return listed().filter(({ ppid }) => ppid === parent)
  const pids = readFileSync(children, "utf8").trim().split(" ").filter(Boolean).map(Number)
  return pids.flatMap((pid) => {
    try {
      return [{ pid, command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() }]
    } catch {
      return []
    }
  })
}

/** The processes that a launcher has started, by what they run; of a sandbox, the process inside. */
export const childrenOf = (parent: number): Relative[] =>
  begunBy(parent).flatMap((each) => (isSandbox(each.command) ? childrenOf(each.pid) : [each]))

export const childOf = (parent: number, part: "writer" | "keeper" | "stub-web"): number => {
  const child = childrenOf(parent).find(({ command }) => command.includes(`${part}.`))
  if (child === undefined) throw new Error(`no ${part} is running`)
  return child.pid
}

/** Milliseconds of processor time that a process has used: what waiting for other work does not lengthen. Linux only. */
export const processorTime = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
    .map(Number)
  return (user + system) * 10
}

const stateOf = (pid: number): string => {
  if (process.platform !== "linux")
    return spawnSync("ps", ["-o", "stat=", "-p", `${pid}`], { encoding: "utf8" }).stdout.trim()
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    return stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3)
  } catch {
    return ""
  }
}

/** One that has ended and that nobody has waited for is not alive. */
export const isAlive = (pid: number): boolean => {
  const state = stateOf(pid)
  return state !== "" && !state.startsWith("Z")
}
