/** Reads the project's own code as text with its imports, for tests that hold its architecture. */
import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join, posix } from "node:path"

const root = join(import.meta.dirname, "..", "..")

export interface Import {
  readonly from: string
  readonly typeOnly: boolean
}

export interface Source {
  readonly file: string
  readonly text: string
  readonly imports: readonly Import[]
}

const importPattern =
  /^\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|\bimport\("(\.[^"]+)"\)/gm

export const read = (file: string): Source => {
  const text = readFileSync(join(root, file), "utf8")
  const imports = [...text.matchAll(importPattern)].map(([, type, written = "", late = ""]) => {
    const from = written || late
    return {
      from: from.startsWith(".") ? posix.normalize(posix.join(posix.dirname(file), from)) : from,
      typeOnly: type !== undefined,
    }
  })
  return { file, text, imports }
}

/** Every file of code that Git tracks or would track, and that is still there. */
export const sources: readonly Source[] = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith(".d.ts") && existsSync(join(root, file)))
  .map(read)

/** The product's own, without tests and benches. */
export const code = sources.filter(({ file }) => !file.startsWith("tests/") && !file.startsWith("bench/"))

const byFile = new Map(sources.map((source) => [source.file, source]))

/** The project's files that a file imports, types included. */
export const importedBy = (file: string): readonly string[] =>
  byFile.get(file)?.imports.flatMap(({ from }) => (byFile.has(from) ? [from] : [])) ?? []

/** The shortest chain of imports to each file that a file reaches, itself left out unless it reaches itself. */
export const chainsFrom = (
  file: string,
  next: (file: string) => readonly string[] = importedBy,
): ReadonlyMap<string, readonly string[]> => {
  const chains = new Map<string, readonly string[]>()
  const waiting: (readonly string[])[] = [[file]]
  for (let chain = waiting.shift(); chain !== undefined; chain = waiting.shift())
    for (const reached of next(chain.at(-1) ?? file))
      if (!chains.has(reached)) {
        chains.set(reached, [...chain, reached])
        waiting.push([...chain, reached])
      }
  return chains
}

/** Each circle once, as a chain that ends where it begins. */
export const circles = (
  files: readonly string[],
  next: (file: string) => readonly string[] = importedBy,
): readonly (readonly string[])[] => {
  const found = files.flatMap((file) => {
    const chain = chainsFrom(file, next).get(file)
    return chain === undefined ? [] : [chain]
  })
  const keyOf = (chain: readonly string[]) => [...new Set(chain)].toSorted().join()
  return found.filter((chain, at) => found.findIndex((each) => keyOf(each) === keyOf(chain)) === at)
}

export const uncommented = (text: string): string => text.replaceAll(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "")

/** Each offence under the name of its file. */
export const offences = (files: readonly Source[], offends: (source: Source) => readonly string[]): readonly string[] =>
  files.flatMap((source) => offends(source).map((what) => `${source.file}: ${what}`))
