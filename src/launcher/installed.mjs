/** Compares the packages in node_modules with the lockfile: npm keeps its own list of what it has put there. */
import { existsSync, lstatSync, readFileSync, realpathSync } from "node:fs"
import { join } from "node:path"

const packagesOf = (file) => (existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")).packages ?? {}) : undefined)

const locked = (root) => packagesOf(join(root, "package-lock.json")) ?? {}

/** npm writes this file at the end of an install. */
export const listOfInstalled = (root) => join(root, "node_modules", ".package-lock.json")

/** `undefined` before an install has finished. */
const present = (root) => packagesOf(listOfInstalled(root))

const isSame = (one, other) => one.version === other?.version && one.integrity === other?.integrity

/** A package inside another one hides the version that the lockfile gives to it. */
const isNested = (path) => path.lastIndexOf("node_modules/") > 0

/**
 * Names the first difference between node_modules and the lockfile, or `undefined` when they agree.
 * Packages for other machines may be missing, as may the development packages for the set `run`, and `spared` paths.
 */
export const difference = (root, set, spared = []) => {
  const there = present(root)
  if (there === undefined) return "node_modules has no list of a finished install"
  const wanted = locked(root)
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "") continue
    const found = there[path]
    const mayMiss = entry.optional || entry.devOptional || (entry.dev && set === "run")
    if (found === undefined && mayMiss) continue
    if (!isSame(entry, found)) return `${path} is not at version ${entry.version} of the lockfile`
    if (!mayMiss && !spared.includes(path) && !existsSync(join(root, path, "package.json")))
      return `${path} is on npm's list, but its files are gone`
  }
  const stranger = Object.keys(there).find((path) => isNested(path) && wanted[path] === undefined)
  return stranger && `${stranger} is not in the lockfile`
}

/** Whether the development packages were installed too. */
export const hasTests = (root) => Object.values(present(root) ?? {}).some((entry) => entry.dev)

const fits = (list, mine) => {
  const names = [list ?? []].flat()
  return names.length === 0 || names.includes(mine) || (names[0].startsWith("!") && !names.includes(`!${mine}`))
}

/** Names a package in node_modules that only another kind of machine can run, or `undefined`. */
export const foreignPackage = (root, { platform, arch } = process) =>
  Object.entries(present(root) ?? {}).find(([, { os, cpu }]) => !fits(os, platform) || !fits(cpu, arch))?.[0]

/** The folder that node_modules leads to when it is a link, or `undefined`. */
export const linkedTo = (root) => {
  const folder = join(root, "node_modules")
  const isLink = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()
  return isLink ? (existsSync(folder) ? realpathSync(folder) : "a folder that does not exist") : undefined
}
