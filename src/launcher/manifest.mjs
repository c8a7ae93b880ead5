/** Digests each file that results speak of: sources, tests, lockfile, built output, and what runs outside the build. */
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs"
import { join } from "node:path"
import { ourNode, root as ours } from "./set-up.mjs"

/** What the product is made of. A file that Git ignores or does not know counts too. */
const sources = ["src", "policy", "surveys", "db", "public", "app.config.ts", "vite.config.ts", "package.json"]
/** Some tests share code with the benchmarks. */
const tests = ["tests", "bench", "vitest.config.ts", "tsconfig.json"]
const build = [".output"]
/** The build holds every other package; `programs.config.ts` leaves this one outside. */
const packages = ["highs"]

/** They name the sources of a build, which are digested themselves. */
const stamps = new Set([".output/.built-from", ".output/programs/.built-from"])

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex")

/** A link, a pipe or an unreadable file has no digest, so that nothing counts for a tree that holds one. */
const digestOf = (path) => {
  try {
    return sha256(readFileSync(path))
  } catch {
    return "unreadable"
  }
}

const filesIn = (folder, name) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const [path, named] = [join(folder, entry.name), `${name}/${entry.name}`]
    if (entry.isDirectory()) return filesIn(path, named)
    return stamps.has(named) ? [] : [[named, entry.isFile() ? digestOf(path) : "not a plain file"]]
  })

const at = (path, name) => {
  if (!existsSync(path)) return []
  try {
    return filesIn(path, name)
  } catch (error) {
    return [[name, error.code === "ENOTDIR" ? digestOf(path) : "unreadable"]]
  }
}

let nodeDigest

/** SHA-256 of each file by its path, in the order of the paths. */
export const manifest = (root = ours) => {
  const inTree = [...sources, "package-lock.json", ...tests, ...build].flatMap((name) => at(join(root, name), name))
  const outside = packages.flatMap((name) => at(join(root, "node_modules", name), `node_modules/${name}`))
  nodeDigest ??= digestOf(realpathSync(ourNode()))
  const node = ["the Node that runs it", nodeDigest]
  return Object.fromEntries([...inTree, ...outside, node].sort(([one], [other]) => (one < other ? -1 : 1)))
}
