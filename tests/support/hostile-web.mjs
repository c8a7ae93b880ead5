/** A hostile script in the place of the built `web`: tries every way out that it knows, and answers with what came of each. */
import child_process from "node:child_process"
import cluster from "node:cluster"
import dgram from "node:dgram"
import dns from "node:dns"
import { once } from "node:events"
import fs from "node:fs"
import http from "node:http"
import inspector from "node:inspector"
import net from "node:net"
import os from "node:os"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import vm from "node:vm"
import worker from "node:worker_threads"

const targets = JSON.parse(fs.readFileSync(join(import.meta.dirname, "..", "targets.json"), "utf8"))
const { victim, tcpPort, unixSocket, keyFile, linkedKey, storeFile, linkedStore, fresh } = targets
const launcher = targets.launcher ?? process.ppid

/** Rejects when it does not come about within a second. */
const within = async (emitter, event) => {
  await once(emitter, event, { signal: AbortSignal.timeout(1_000) })
  return "done"
}
// Some refusals are thrown where nothing can catch them.
process.on("uncaughtException", () => undefined)

const signal = (pid, what) => process.kill(pid, what)

const attempts = {
  "signal the launcher": () => signal(launcher, "SIGUSR1"),
  "signal another process": () => signal(victim, "SIGKILL"),
  "signal all processes": () => signal(-1, 0),
  "signal with the inner function": () => {
    if (process._kill(victim, 9) !== 0) throw Object.assign(new Error("no such process"), { code: "ESRCH" })
  },
  "signal with the function of another realm": () =>
    vm.runInNewContext("p.constructor.prototype.kill.call(p, pid, 9)", { p: process, pid: victim }),
  "open the launcher's debugger": () => process._debugProcess(launcher),
  "open its own debugger": () => inspector.open(0),
  "debug itself from within": () => new inspector.Session().connect(),
  "make another process slower": () => os.setPriority(victim, 19),
  "reach the inner bindings": () => process.binding("process_wrap").Process.name,
  "connect to a port": () => within(net.connect(tcpPort, "127.0.0.1"), "connect"),
  "connect to a Unix socket": () => within(net.connect(unixSocket), "connect"),
  "listen on a port": () => within(net.createServer().listen(0, "127.0.0.1"), "listening"),
  "listen on a Unix socket": () => within(net.createServer().listen(`${fresh}.sock`), "listening"),
  "send a datagram": () =>
    new Promise((resolve, reject) => {
      const socket = dgram.createSocket("udp4").once("error", reject)
      socket.send("x", targets.udpPort, "127.0.0.1", (error) => (error ? reject(error) : resolve("done")))
    }),
  "fetch a page": () => fetch(`http://127.0.0.1:${tcpPort}/`, { signal: AbortSignal.timeout(1_000) }),
  "request a page": () => within(http.get(`http://127.0.0.1:${tcpPort}/`), "response"),
  "look a name up": () => dns.promises.lookup("a-name-of-a-child.example"),
  "ask a name server": () => {
    const resolver = new dns.promises.Resolver({ timeout: 200, tries: 1 })
    resolver.setServers([`127.0.0.1:${targets.udpPort}`])
    return resolver.resolve4("a-name-of-a-child.example")
  },
  "read a private key": () => fs.readFileSync(keyFile),
  "read a private key through a link": () => fs.readFileSync(linkedKey),
  "read the store": () => fs.readFileSync(storeFile),
  "read the store through a link": () => fs.readFileSync(linkedStore),
  "open the store": async () => new (await import("node:sqlite")).DatabaseSync(storeFile),
  "read the launcher's environment": () => fs.readFileSync(`/proc/${launcher}/environ`),
  "read the launcher's memory": () => fs.openSync(`/proc/${launcher}/mem`),
  "read the launcher's files": () => fs.readdirSync(`/proc/${launcher}/fd`),
  "write a file": () => fs.writeFileSync(fresh, "kept"),
  "make a link": () => fs.symlinkSync(keyFile, `${fresh}.link`),
  "start a process": () => within(child_process.spawn("/bin/true"), "spawn"),
  "start a process and wait": () => {
    const { error } = child_process.spawnSync("/bin/true")
    if (error) throw error
  },
  "attach to the launcher": () => {
    const { error, status } = child_process.spawnSync("strace", ["-p", String(launcher)], { timeout: 500 })
    if (status !== null) throw Object.assign(new Error("not attached"), { code: "ESRCH" })
    if (error && error.code !== "ETIMEDOUT") throw error
  },
  "start another Node": () => within(cluster.fork(), "online"),
  "start a worker": () => within(new worker.Worker("0", { eval: true }), "online"),
  "load native code": () => process.dlopen({ exports: {} }, "/lib/x86_64-linux-gnu/libc.so.6"),
  "become another program": () => process.execve("/bin/true", ["true"], {}),
  "become another user": () => process.setuid(12_345),
}

const outcomes = {}
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    await attempt()
    outcomes[name] = "done"
  } catch (error) {
    outcomes[name] = error.cause?.code ?? error.code ?? error.name
  }
}

const sealed = (change) => ({
  token: "a".repeat(22),
  sealed: {
    ...{ form: "9-12", day: targets.today, encapsulated: new Uint8Array(32), nonce: new Uint8Array(12) },
    ...{ ciphertext: new Uint8Array(16), ...change },
  },
})
const forged = [
  { kind: "keys", publicKeys: { [targets.today]: new Uint8Array(32) }, pageKeys: {} },
  { kind: "appended", group: 1, outcomes: ["stored"] },
  { kind: "closing" },
  { kind: "cannot-start", sentence: "FORGED" },
  { kind: "failed-to-listen", code: "FORGED" },
  { kind: "drain" },
  { kind: "log", entry: { process: "keeper", event: "opened", answer: "FORGED" } },
  { kind: "log", entry: { process: "FORGED", event: "FORGED" } },
  { kind: "append", group: 1, items: "FORGED" },
  { kind: "append", group: 1.5, items: [] },
  { kind: "append", group: 2, items: [sealed({ day: "2020-01-01" })] },
  { kind: "append", group: 3, items: [sealed({ day: "2099-01-01" })] },
  { kind: "append", group: 4, items: [sealed({ ciphertext: new Uint8Array(1_000_000) })] },
  { kind: "append", group: 5, items: Array.from({ length: 5_000 }, () => sealed({})) },
  ...[null, 1, "FORGED", [], new Map([["kind", "ready"]])],
]

if (process.send === undefined) process.stdout.write(JSON.stringify(outcomes), () => process.exit(0))
else {
  const answered = {}
  process.on("message", (message) => {
    if (message.kind === "appended") answered[message.group] = message.outcomes[0]
    if (message.kind === "drain") process.exit(0)
  })
  process.on("disconnect", () => process.exit(0))
  const server = http.createServer(async (request, response) => {
    if (request.url === "/") {
      for (const message of forged) process.send(message)
      while (answered[3] === undefined) await delay(20)
    }
    // One message of 700 MB: the launcher would hold all of it before it could look at it.
    if (request.url === "/flood") process.send({ kind: "flood", bytes: new Uint8Array(700_000_000) })
    response.end(JSON.stringify({ outcomes, answered }))
  })
  server.listen(process[Symbol.for("big-ask.door")], () => process.send({ kind: "ready", url: "http://FORGED" }))
}
