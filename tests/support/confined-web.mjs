/** Tries, from inside the web process's confinement, everything that it must not be able to do, and says what came of it. */
import { readFileSync, writeFileSync } from "node:fs"

const [keyFile, storeFile, freshFile] = process.argv.slice(2)

const attempts = {
  "read a private key": () => readFileSync(keyFile),
  "read the store's file": () => readFileSync(storeFile),
  "open the store": async () => new (await import("node:sqlite")).DatabaseSync(storeFile),
  "open the store another way": () => new (process.getBuiltinModule("node:sqlite").DatabaseSync)(storeFile),
  "write a file": () => writeFileSync(freshFile, "kept"),
  "start a process": async () => (await import("node:child_process")).spawnSync("true"),
  "start a worker": async () => new (await import("node:worker_threads")).Worker("1", { eval: true }),
  "write a heap snapshot": async () => (await import("node:v8")).writeHeapSnapshot(freshFile),
  "write a diagnostic report": () => process.report.writeReport(freshFile),
  "open a debugger": async () => (await import("node:inspector")).open(0),
  "load native code": () => process.dlopen({ exports: {} }, storeFile),
}

const outcomes = {}
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    await attempt()
    outcomes[name] = "done"
  } catch (error) {
    outcomes[name] = error.code ?? error.name
  }
}
process.stdout.write(JSON.stringify(outcomes))
