/** No process of ours opens a debugger: not by a signal, and not by an option of Node's. */

import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { expect, test } from "vitest"
import { root } from "../../src/launcher/set-up.mjs"
import { childOf, childrenOf, start } from "../support/platform.ts"
import { builtProgram } from "../support/programs.ts"
import { atEnd, newFolder } from "../support/store.ts"

const steps = JSON.stringify(join(root, "src", "launcher", "steps.mjs"))

test("SIGUSR1 opens none in the launcher nor in any process that it starts", async () => {
  const platform = await start({ dataDir: newFolder() })
  if (!("pid" in platform)) throw new Error(platform.error)
  const pids = [platform.pid, ...childrenOf(platform.pid).map(({ pid }) => pid)]
  expect(pids).toHaveLength(4)
  for (const pid of pids) process.kill(pid, "SIGUSR1")
  await delay(300)
  await expect(fetch("http://127.0.0.1:9229/json/list")).rejects.toThrow()
  expect(childOf(platform.pid, "writer")).toBeGreaterThan(0)
  process.kill(platform.pid, "SIGTERM")
  expect((await platform.ended).error).toBe("")
})

test("nor in npm start or ask, which wait for a process of ours", async () => {
  const code = `import(${steps}).then(() => { console.log("waits"); setInterval(() => undefined, 1000) })`
  const waiting = spawn(process.execPath, ["-e", code])
  atEnd(() => waiting.kill("SIGKILL"))
  let error = ""
  waiting.stderr.on("data", (chunk: Buffer) => (error += chunk.toString()))
  await once(waiting.stdout, "data")
  waiting.kill("SIGUSR1")
  await delay(300)
  expect(error).toBe("")
})

test("each command hands over with the flag against it", () => {
  for (const file of ["src/launcher/start.mjs", "src/commands/big-ask.mjs", "src/dev/start.mjs"])
    expect(readFileSync(join(root, file), "utf8"), file).toContain('"--disable-sigusr1"')
})

test("a launcher that is started with a debugger refuses", () => {
  const { status, stderr } = spawnSync(process.execPath, [builtProgram("launcher")], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], DATA_DIR: newFolder(), NODE_OPTIONS: "--inspect=127.0.0.1:0" },
  })
  expect(status).toBe(1)
  expect(stderr).toContain("A debugger is open in the launcher (--inspect)")
})

test("nor does a command that is typed with one", () => {
  for (const step of ["prepare", "handOver"]) {
    const code = `import(${steps}).then(async (all) => process.exit(await all.${step}(process.execPath, ["-e", "console.log('ran')"])))`
    const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", code], {
      encoding: "utf8",
      env: { NODE_OPTIONS: "--inspect=127.0.0.1:0" },
    })
    expect({ status, stdout }, step).toEqual({ status: 1, stdout: "" })
    expect(stderr, step).toContain("NODE_OPTIONS opens a debugger (--inspect)")
  }
})
