/** Hostile code in the place of `web` gets nowhere: not to another process, not to a file, not to the network, not past the launcher. */

import { spawn, spawnSync } from "node:child_process"
import { createSocket } from "node:dgram"
import { once } from "node:events"
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { expect, test } from "vitest"
import { dayOf } from "../../db/keys/civil-day.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { guardMemory } from "../../src/launcher/memory-guard.ts"
import { sandboxOffered } from "../../src/launcher/sandbox.ts"
import { isAlive } from "../support/platform.ts"
import { builtLauncher } from "../support/programs.ts"
import { type Service, startService } from "../support/service.ts"
import { atEnd, newFolder, rawly } from "../support/store.ts"

const support = join(import.meta.dirname, "..", "support")
const sandbox = sandboxOffered()
if (sandbox === undefined)
  console.log("Skipped: the sandbox around web, because bubblewrap (bwrap) does not work here.")

const listening = async (place: number | string): Promise<{ readonly at: number; readonly seen: () => number }> => {
  let seen = 0
  const server = createServer((socket) => {
    seen++
    socket.destroy()
  }).listen(place)
  await once(server, "listening")
  atEnd(() => server.close())
  const address = server.address()
  return { at: typeof address === "object" && address !== null ? address.port : 0, seen: () => seen }
}

const datagrams = async (): Promise<{ readonly at: number; readonly seen: () => number }> => {
  let seen = 0
  const socket = createSocket("udp4", () => void seen++).bind(0, "127.0.0.1")
  await once(socket, "listening")
  atEnd(() => socket.close())
  return { at: socket.address().port, seen: () => seen }
}

/** A folder with the hostile script, and everything that it goes for. */
const arena = async (change: object = {}) => {
  const [folder, dataDir, elsewhere] = [newFolder(), newFolder(), newFolder()]
  const script = join(folder, "server", "index.mjs")
  mkdirSync(join(folder, "server"))
  copyFileSync(join(support, "hostile-web.mjs"), script)
  const [tcp, unix, udp] = [await listening(0), await listening(join(elsewhere, "unix.sock")), await datagrams()]
  const victim = spawn("sleep", ["600"])
  atEnd(() => victim.kill("SIGKILL"))
  const today = dayOf(Date.now())
  const targets = {
    ...{ victim: victim.pid, today, tcpPort: tcp.at, udpPort: udp.at, unixSocket: join(elsewhere, "unix.sock") },
    ...{ keyFile: privateKeyFile(dataDir, today), linkedKey: join(folder, "server", "link.key") },
    ...{ storeFile: join(dataDir, "collection.sqlite"), linkedStore: join(folder, "server", "link.sqlite") },
    fresh: join(folder, "fresh"),
    ...change,
  }
  symlinkSync(targets.keyFile, targets.linkedKey)
  symlinkSync(targets.storeFile, targets.linkedStore)
  writeFileSync(join(folder, "targets.json"), JSON.stringify(targets))
  /** Nothing outside saw anything of it. */
  const untouched = () => {
    expect({ tcp: tcp.seen(), unix: unix.seen(), udp: udp.seen() }).toEqual({ tcp: 0, unix: 0, udp: 0 })
    expect(isAlive(victim.pid ?? 0)).toBe(true)
    expect(["", ".sock", ".link"].filter((end) => existsSync(`${targets.fresh}${end}`))).toEqual([])
  }
  return { folder, dataDir, script, untouched }
}

const rssOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024

const succeeded = (outcomes: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(outcomes).flatMap(([name, outcome]) => (outcome === "done" ? [name] : []))

const running = async (env: Readonly<Record<string, string>>) => {
  const { dataDir, script, untouched } = await arena()
  const launcher = builtLauncher("launch-stated")
  const service = await startService({ dataDir, launcher, env: { WEB_SCRIPT: script, ...env } })
  atEnd(() => service.stop())
  return { service, dataDir, untouched }
}

const answerOf = async ({ url }: Service) =>
  (await (await fetch(url)).json()) as Record<"outcomes" | "answered", Record<string, string>>

const cannotDebug = async () => {
  await expect(fetch("http://127.0.0.1:9229/json/list")).rejects.toThrow()
}

/** 700 MB in one message. Without the guard, the launcher held 988 MB. */
const flood = async (service: Service): Promise<void> => {
  let most = 0
  let isOver = false
  const answered = fetch(`${service.url}/flood`).then(
    () => (isOver = true),
    () => (isOver = true),
  )
  for (let waited = 0; waited < 20_000 && !isOver; waited += 25) {
    most = Math.max(most, rssOf(service.pid))
    await delay(25)
  }
  await answered
  let again = await answerOf(service).catch(() => undefined)
  for (; again === undefined; again = await answerOf(service).catch(() => undefined)) {
    most = Math.max(most, rssOf(service.pid))
    await delay(50)
  }
  expect(most, "MB that the launcher held").toBeLessThan(700)
}

/** Node's permission model follows links; only the operating system does not. */
const throughLinks = ["read a private key through a link", "read the store through a link"]

test.runIf(sandbox)("in the sandbox of a running platform, no way out succeeds", { timeout: 90_000 }, async () => {
  const { service, dataDir, untouched } = await running({})
  const { outcomes, answered } = await answerOf(service)
  expect(Object.keys(outcomes).length).toBeGreaterThan(30)
  expect(succeeded(outcomes)).toEqual([])
  untouched()
  await cannotDebug()
  expect(answered).toEqual({ 2: "refused", 3: "refused" })
  const { db } = rawly({ dialect: "sqlite", file: join(dataDir, "collection.sqlite") })
  expect(await db.selectFrom("token").selectAll().execute()).toEqual([])
  expect(service.output()).not.toContain("FORGED")
  expect(service.output()).toContain("The web process runs in a sandbox (bubblewrap)")
  if (process.env["FULL"] === "1") await flood(service)
})

test("without a sandbox, Node's own wall closes all but links, and the platform says that a sandbox is missing", {
  timeout: 90_000,
}, async () => {
  const { service, untouched } = await running({ WITHOUT_SANDBOX: "1" })
  const { outcomes } = await answerOf(service)
  expect(succeeded(outcomes).filter((name) => !throughLinks.includes(name))).toEqual([])
  untouched()
  await cannotDebug()
  expect(service.output()).toContain("Install bubblewrap for a sandbox")
})

test.runIf(sandbox)(
  "the sandbox alone, around a Node without any limit, still hides processes, files and the network",
  async () => {
    const { folder, dataDir, untouched } = await arena({ launcher: process.pid })
    mkdirSync(join(dataDir, "keys", "private"), { recursive: true })
    for (const name of ["collection.sqlite", join("keys", "private", `${dayOf(Date.now())}.key`)])
      writeFileSync(join(dataDir, name), "secret")
    const { words, input } = sandbox?.around([folder]) ?? { words: [], input: "" }
    const [command = "", ...args] = [...words, process.execPath, join(folder, "server", "index.mjs")]
    const { stdout, stderr } = spawnSync(command, args, { encoding: "utf8", env: {}, timeout: 60_000, input })
    expect(stderr).not.toContain("Error")
    const outcomes = JSON.parse(stdout) as Record<string, string>
    const ownAffair = [
      ...["signal all processes", "open its own debugger", "debug itself from within", "reach the inner bindings"],
      ...["start a worker", "load native code"],
    ]
    expect(succeeded(outcomes).filter((name) => !ownAffair.includes(name))).toEqual([])
    untouched()
  },
)

test.runIf(sandbox?.filters)(
  "in the sandbox every kernel call passes the filter, which refuses sockets and processes",
  () => {
    const { words, input } = sandbox?.around([]) ?? { words: [], input: "" }
    const look = `
    const status = require("node:fs").readFileSync("/proc/self/status", "utf8")
    const started = require("node:child_process").spawnSync("/bin/true").error?.code
    require("node:net").connect(1, "127.0.0.1").on("error", ({ code }) => {
      console.log(JSON.stringify({ mode: /^Seccomp:\\s+(\\d)/m.exec(status)?.[1], started, connected: code }))
    })`
    const [command = "", ...args] = [...words, process.execPath, "-e", look]
    const { stdout } = spawnSync(command, args, { encoding: "utf8", env: {}, timeout: 60_000, input })
    expect(JSON.parse(stdout)).toEqual({ mode: "2", started: "EPERM", connected: "EPERM" })
  },
)

test("the guard of the launcher's memory ends web once, and again only after freed memory had its time", async () => {
  let held = 500 * 1024 * 1024
  let ended = 0
  guardMemory(
    () => ended++,
    () => held,
  )
  await delay(500)
  expect(ended).toBe(1)
  held = 0
  await delay(200)
  expect(ended).toBe(1)
})
