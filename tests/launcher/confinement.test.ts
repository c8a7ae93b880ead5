/** What web and the writer cannot do is held by the runtime, under the very flags that the launcher starts them with. */
import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { webFlags, writerFlags } from "../../src/launcher/confinement.ts"
import { dayKeys } from "../support/day-keys.ts"
import { childOf, childrenOf, started } from "../support/platform.ts"
import { newFolder, newSource, opened } from "../support/store.ts"

const script = join(import.meta.dirname, "..", "support", "confined-web.mjs")

const tried = async (flags: readonly string[]): Promise<Record<string, string>> => {
  const dataDir = newFolder()
  await dayKeys(dataDir, "2026-11-22")
  const source = await newSource("sqlite")
  await opened(source)
  const fresh = join(dataDir, "fresh")
  const files = [privateKeyFile(dataDir, "2026-11-22"), source.dialect === "sqlite" ? source.file : "", fresh]
  const outcomes = execFileSync(process.execPath, [...flags, script, ...files], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  })
  const tried: Record<string, string> = JSON.parse(outcomes)
  expect(existsSync(fresh)).toBe(tried["write a file"] === "done")
  return tried
}

test("web cannot read a private key or open a store, write a file, or start a process or a worker", async () => {
  expect(await tried(webFlags([join(script, "..")]))).toEqual({
    "read a private key": "ERR_ACCESS_DENIED",
    "read the store's file": "ERR_ACCESS_DENIED",
    "open the store": "ERR_UNKNOWN_BUILTIN_MODULE",
    "open the store another way": "TypeError",
    "write a file": "ERR_ACCESS_DENIED",
    "start a process": "ERR_ACCESS_DENIED",
    "start a worker": "ERR_ACCESS_DENIED",
    "write a heap snapshot": "ERR_ACCESS_DENIED",
    "write a diagnostic report": "ERR_ACCESS_DENIED",
    "open a debugger": "ERR_ACCESS_DENIED",
    "load native code": "ERR_DLOPEN_DISABLED",
  })
})

test("without the flags the same attempts succeed, so that the test above means something", async () => {
  const outcomes = await tried([])
  for (const attempt of ["read a private key", "open the store", "write a file", "start a process", "start a worker"])
    expect(outcomes[attempt], attempt).toBe("done")
})

test("with the permission model alone web would still open a store, so it does without the module", async () => {
  const flags = webFlags([join(script, "..")]).filter((flag) => flag !== "--no-experimental-sqlite")
  expect(await tried(flags)).toMatchObject({ "open the store": "done", "read the store's file": "ERR_ACCESS_DENIED" })
})

test("the writer of an SQLite store can neither listen nor call out", () => {
  const file = join(newFolder(), "listen.mjs")
  writeFileSync(file, 'import { createServer } from "node:net"; createServer().listen(0)')
  const place = { mode: "rehearsal", dataDir: join(file, ".."), databaseUrl: undefined } as const
  const { status, stderr } = spawnSync(process.execPath, [...writerFlags(place, []), file], { encoding: "utf8" })
  expect(status).not.toBe(0)
  expect(stderr).toContain("ERR_ACCESS_DENIED")
})

test("the running processes have these flags, no inherited environment and no core dump", async () => {
  const secret = "DATABASE_PASSWORD_OF_SOMEONE"
  process.env[secret] = "secret"
  const platform = await started({ dataDir: newFolder() })
  const web = childrenOf(platform.pid).find(({ pid }) => pid === childOf(platform.pid, "stub-web"))
  for (const flag of webFlags([join(script, "..")])) expect(web?.command).toContain(flag)
  const names = (await (await fetch(`${platform.url}/environment`)).json()) as string[]
  const shellsOwn = ["PWD", "OLDPWD", "SHLVL", "_", "__CF_USER_TEXT_ENCODING"]
  expect(names.filter((name) => !shellsOwn.includes(name))).toEqual([
    "DEPLOYMENT",
    "HOST",
    "NODE_ENV",
    "PORT",
    "RELEASED",
  ])
  if (process.platform !== "linux") return
  for (const part of ["stub-web", "writer", "keeper"] as const) {
    const limits = execFileSync("cat", [`/proc/${childOf(platform.pid, part)}/limits`], { encoding: "utf8" })
    expect(limits, part).toMatch(/Max core file size +0 +0/)
  }
})
