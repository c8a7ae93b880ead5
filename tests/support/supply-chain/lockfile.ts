/** What the lockfile says about each package of the project. */
import { readFileSync } from "node:fs"
import { join } from "node:path"

export interface Locked {
  readonly path: string
  readonly name: string
  readonly version: string
  readonly integrity: string | undefined
  readonly resolved: string | undefined
  readonly license: string | undefined
  readonly hasInstallScript: boolean
  readonly isDev: boolean
}

interface Entry {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly license?: string
  readonly hasInstallScript?: boolean
  readonly dev?: boolean
}

const text = readFileSync(join(import.meta.dirname, "..", "..", "..", "package-lock.json"), "utf8")
const packages: Readonly<Record<string, Entry>> = JSON.parse(text).packages

export const locked: readonly Locked[] = Object.entries(packages)
  .filter(([path]) => path !== "")
  .map(([path, entry]) => ({
    path,
    name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
    version: entry.version ?? "",
    integrity: entry.integrity,
    resolved: entry.resolved,
    license: entry.license,
    hasInstallScript: entry.hasInstallScript ?? false,
    isDev: entry.dev ?? false,
  }))
