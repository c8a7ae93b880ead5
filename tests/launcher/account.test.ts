/** Under accounts of their own, what the keeper may read neither web nor writer can, whatever code runs there. */
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, type TestContext, test } from "vitest"
import { keepTokenKey } from "../../db/keys/token-key.ts"
import { type Accounts, accountsOf } from "../../src/launcher/account.ts"
import { handOver } from "../../src/launcher/hand-over.ts"
import { newFolder } from "../support/test-end.ts"

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
    expect(handOver(dataDir, accounts)).toBeUndefined()
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
    expect(accountsOf({ ...names, web: "no-such-account" })).toMatch(
      /^An account .* does not exist here, so nothing was started\. [^.]*\.$/,
    )
    expect(accountsOf({ ...names, web: names.writer })).toMatch(/three different ones/)
    expect(accountsOf({ ...names, keeper: "root" })).toMatch(/none of them root/)
  })
})

describe("a planted link", () => {
  interface Plan {
    readonly what: string
    readonly why: string
    /** Gets the folder and a file of root's. */
    readonly plant: (dataDir: string, ours: string) => void
  }
  const plans: readonly Plan[] = [
    {
      what: "collection.sqlite",
      why: "is a link",
      plant: (dataDir, ours) => symlinkSync(ours, join(dataDir, "collection.sqlite")),
    },
    {
      what: "evidence.sqlite-wal",
      why: "has a second name, by a hard link",
      plant: (dataDir, ours) => linkSync(ours, join(dataDir, "evidence.sqlite-wal")),
    },
    {
      what: "keys/private",
      why: "is a link",
      plant: (dataDir, ours) => symlinkSync(join(ours, ".."), join(dataDir, "keys", "private")),
    },
    {
      what: "keys/public/2027-04-19.key",
      why: "is a link",
      plant: (dataDir, ours) => {
        mkdirSync(join(dataDir, "keys", "public"))
        symlinkSync(ours, join(dataDir, "keys", "public", "2027-04-19.key"))
      },
    },
    {
      what: "backups/2027-04-19/1.sealed",
      why: "has a second name, by a hard link",
      plant: (dataDir, ours) => {
        mkdirSync(join(dataDir, "backups", "2027-04-19"), { recursive: true })
        linkSync(ours, join(dataDir, "backups", "2027-04-19", "1.sealed"))
      },
    },
    {
      what: "collection.sqlite",
      why: "is not a file",
      plant: (dataDir) => void spawnSync("mkfifo", [join(dataDir, "collection.sqlite")]),
    },
  ]

  test.each(plans)("$what that $why is refused by name, and nothing changes its owner", ({ what, why, plant }) => {
    const dataDir = newFolder()
    const ours = join(newFolder(), "2027-04-19.key")
    writeFileSync(ours, "root's own")
    keepTokenKey(dataDir)
    plant(dataDir, ours)
    const owners = () => [dataDir, join(dataDir, "keys", "token.key"), ours].map((path) => statSync(path).uid)
    const before = owners()
    const others = { uid: 12_345, gid: 12_345 }
    expect(handOver(dataDir, { web: others, writer: others, keeper: others })).toBe(
      `${realpathSync(dataDir)}/${what} ${why}. No file changed its owner, and nothing was started. Find out who made it, remove it, then start again.`,
    )
    expect(owners()).toEqual(before)
  })

  test("under a name that the platform does not use is left as it is", (context) => {
    const accounts = accountsOrSkip(context)
    const dataDir = newFolder()
    const ours = join(newFolder(), "secret")
    writeFileSync(ours, "root's own")
    keepTokenKey(dataDir)
    for (const name of ["x", "collection.sqlite.old", "released"]) symlinkSync(ours, join(dataDir, name))
    linkSync(ours, join(dataDir, "keys", "y"))
    expect(handOver(dataDir, accounts)).toBeUndefined()
    expect(statSync(ours).uid).toBe(0)
    expect(statSync(join(dataDir, "keys", "token.key")).uid).toBe(accounts.writer.uid)
  })
})

const support = join(import.meta.dirname, "..", "support")

describe("the launcher", () => {
  const program = (accounts: Accounts, dataDir: string): string => `
    import { launch } from "./src/launcher/launch.ts"
    process.exitCode = await launch({
      deployment: { mode: "rehearsal", window: "always" }, geography: "none",
      host: "127.0.0.1", port: 0, databaseUrl: undefined, watch: [],
      dataDir: ${JSON.stringify(dataDir)}, accounts: ${JSON.stringify(accounts)},
      web: { script: ${JSON.stringify(join(support, "stub-web.mjs"))}, readable: [${JSON.stringify(support)}] },
    })
    process.exit()`

  const refusal = async (accounts: Accounts, dataDir: string): Promise<string> => {
    const launcher = spawn(process.execPath, ["--input-type=module-typescript", "-e", program(accounts, dataDir)], {
      cwd: join(import.meta.dirname, "..", ".."),
    })
    let output = ""
    for (const stream of [launcher.stdout, launcher.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()))
    const [code] = await once(launcher, "close")
    return `${code}: ${output}`
  }

  test("starts nothing where a link is planted, and says so", async (context) => {
    const accounts = accountsOrSkip(context)
    const dataDir = newFolder()
    symlinkSync("/etc/shadow", join(dataDir, "collection.sqlite"))
    const owner = statSync("/etc/shadow").uid
    expect(await refusal(accounts, dataDir)).toMatch(
      /^1: \S+\/collection\.sqlite is a link\. No file changed its owner[^\n]+\n$/,
    )
    expect(statSync("/etc/shadow").uid).toBe(owner)
  })

  test("starts each process under its own, and the platform opens", async (context) => {
    const accounts = accountsOrSkip(context)
    const root = join(import.meta.dirname, "..", "..")
    const mayReadUs = (["web", "writer", "keeper"] as const).every((name) =>
      canRead(join(root, "package.json"), accounts[name]),
    )
    if (!mayReadUs) {
      console.log("Skipped: the accounts may not enter the project's folder.")
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
