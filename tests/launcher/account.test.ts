/** Under accounts of their own, what the keeper may read neither web nor writer can, whatever code runs there. */
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, type TestContext, test } from "vitest"
import { keepTokenKey } from "../../db/keys/token-key.ts"
import { type Accounts, accountsOf, handOver } from "../../src/launcher/account.ts"

const names = { web: "nobody", writer: "daemon", keeper: "bin" }
const isRoot = process.getuid?.() === 0
const folder = mkdtempSync(join(tmpdir(), "accounts-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const accountsOrSkip = (context: TestContext): Accounts => {
  const accounts = isRoot ? accountsOf(names) : "only root can start processes under other accounts"
  if (typeof accounts !== "string") return accounts
  console.log(`Skipped: separate accounts, because ${accounts}`)
  return context.skip(accounts)
}

const canRead = (file: string, { uid, gid }: { uid: number; gid: number }): boolean =>
  spawnSync("cat", [file], { uid, gid, cwd: "/" }).status === 0

describe("accounts", () => {
  test("a private key is the keeper's alone, the token key and the store the writer's", (context) => {
    const accounts = accountsOrSkip(context)
    const dataDir = join(folder, "data")
    spawnSync("chmod", ["0711", folder])
    keepTokenKey(dataDir)
    spawnSync("sh", [
      "-c",
      `umask 077; mkdir -p "$0/keys/private"; echo secret > "$0/keys/private/2027-04-19.key"; echo rows > "$0/collection.sqlite"; echo rows > "$0/evidence.sqlite"; mkdir -p "$0/backups/2027-04-19"; echo rows > "$0/backups/2027-04-19/1.sealed"`,
      dataDir,
    ])
    handOver(dataDir, accounts)
    const readers = (file: string) =>
      (["web", "writer", "keeper"] as const).filter((name) => canRead(join(dataDir, file), accounts[name]))
    expect(readers("keys/private/2027-04-19.key")).toEqual(["keeper"])
    expect(readers("keys/token.key")).toEqual(["writer"])
    expect(readers("collection.sqlite")).toEqual(["writer"])
    expect(readers("evidence.sqlite")).toEqual(["keeper"])
    expect(readers("backups/2027-04-19/1.sealed")).toEqual(["keeper"])
    expect(readdirSync(dataDir)).toContain("keys")
  })

  test("one that does not exist, or two alike, is refused in one sentence", (context) => {
    accountsOrSkip(context)
    expect(accountsOf({ ...names, web: "no-such-account" })).toMatch(/^An account .* does not exist here[^.]*\.$/)
    expect(accountsOf({ ...names, web: names.writer })).toMatch(/three different ones/)
    expect(accountsOf({ ...names, keeper: "root" })).toMatch(/none of them root/)
  })
})

describe("the launcher", () => {
  const program = (accounts: Accounts, dataDir: string): string => `
    import { launch } from "./src/launcher/launch.ts"
    process.exitCode = await launch({
      deployment: { mode: "rehearsal", window: "always" }, geography: "none",
      host: "127.0.0.1", port: 0, databaseUrl: undefined, watch: [],
      dataDir: ${JSON.stringify(dataDir)}, accounts: ${JSON.stringify(accounts)},
    })
    process.exit()`

  test("starts each process under its own, and the platform opens", async (context) => {
    const accounts = accountsOrSkip(context)
    const root = join(import.meta.dirname, "..", "..")
    const mayReadUs = (["web", "writer", "keeper"] as const).every((name) =>
      canRead(join(root, "package.json"), accounts[name]),
    )
    if (!mayReadUs) {
      console.log("Skipped: the accounts may not enter the folder that the project lies in.")
      return context.skip()
    }
    const code = program(accounts, join(folder, "running"))
    const launcher = spawn(process.execPath, ["--input-type=module-typescript", "-e", code], { cwd: root })
    try {
      const [line] = await once(launcher.stdout, "data")
      expect(String(line)).toContain("is open for rehearsal")
      const children = spawnSync("ps", ["-o", "uid=", "--ppid", String(launcher.pid)], { encoding: "utf8" }).stdout
      const uids = children.trim().split(/\s+/).map(Number)
      expect(uids.toSorted()).toEqual([accounts.web.uid, accounts.writer.uid, accounts.keeper.uid].toSorted())
    } finally {
      launcher.kill("SIGTERM")
      await once(launcher, "exit")
    }
  })
})
