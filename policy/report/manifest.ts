/** Compares the files of two trees by their digests, and names the first that differ. */
import { canonicalJson } from "../record/canonical-json.ts"
import { type Digest, digestOf } from "../record/digest.ts"

/** SHA-256 of each file by its path; other text for a link or an unreadable file. */
export type Manifest = Readonly<Record<string, string>>

/** One digest over all of them. */
export const manifestDigest = (files: Manifest): Digest => digestOf(canonicalJson(files))

const mostNamed = 3
const digest = /^[0-9a-f]{64}$/

const changeOf = (path: string, now: Manifest, then: Manifest): string => {
  const [here, there] = [now[path], then[path]]
  if (here === undefined) return "is gone"
  if (!digest.test(here)) return "is no file that can be read"
  return there === undefined ? "was not there" : "has changed"
}

/** Sources first: a changed source changes the build as well. */
const inOrder = (one: string, other: string): number =>
  Number(one.startsWith(".output/")) - Number(other.startsWith(".output/")) || (one < other ? -1 : 1)

/** Such as "2 files differ: policy/index.ts has changed, src/.hidden.ts was not there"; `undefined` when none does. */
export const differencesIn = (now: Manifest, then: Manifest): string | undefined => {
  const paths = [...new Set([...Object.keys(now), ...Object.keys(then)])]
  const differing = paths.filter((path) => now[path] !== then[path] || !digest.test(now[path] ?? "")).sort(inOrder)
  if (differing.length === 0) return undefined
  const named = differing.slice(0, mostNamed).map((path) => `${path} ${changeOf(path, now, then)}`)
  const rest = differing.length - named.length
  const count = differing.length === 1 ? "1 file differs" : `${differing.length} files differ`
  return `${count}: ${named.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`
}

const isResult = (path: string): boolean => path.endsWith("/last-run.json")

/** Sources, tests and lockfile: what a sabotage or a mutant changes and what must notice it, on any kind of machine. */
export const codeIn = (files: Manifest): Manifest =>
  Object.fromEntries(
    Object.entries(files).filter(([path]) => !/^(?:\.output\/|node_modules\/|the Node )/.test(path) && !isResult(path)),
  )
