/** Measures one server under the load of another process, and the processor time of both. */
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Load, Orders } from "./load.ts"

const here = import.meta.dirname

export const load = async (orders: Orders): Promise<Load> => {
  const loader = fork(join(here, "load.ts"), { execArgv: ["--disable-warning=ExperimentalWarning"] })
  loader.send(orders)
  const [result] = (await once(loader, "message")) as [Load]
  return result
}

export interface Bare {
  readonly port: number
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** Starts a server of the bench in its own process and folder. */
export const bare = async (script: "echo.ts" | "floor.ts", ...args: readonly string[]): Promise<Bare> => {
  const folder = mkdtempSync(join(tmpdir(), "big-ask-bench-"))
  const server: ChildProcess = fork(join(here, script), [folder, ...args], {
    execArgv: ["--disable-warning=ExperimentalWarning"],
  })
  const [port] = (await once(server, "message")) as [number]
  return {
    port,
    pid: server.pid ?? 0,
    stop: async () => {
      server.disconnect()
      await once(server, "exit")
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const rate = ({ answered, seconds }: Load): number => answered / seconds

/** The run with the median rate. */
export const middle = (loads: readonly Load[]): Load => {
  const found = loads.toSorted((a, b) => rate(a) - rate(b))[Math.floor(loads.length / 2)]
  if (found === undefined) throw new Error("nothing was measured")
  return found
}
