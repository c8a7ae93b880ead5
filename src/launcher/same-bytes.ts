/** Makes two builds of the same code the same, byte for byte: no time of the build and no folder of a machine is in them. */
import type { Plugin } from "vite"

/** Nitro's text of a module that has nothing but the list of the files that it serves. */
const assetsOfSite = /^export default ([\s\S]*);$/

/** Nitro lists the files in the order in which it read them, each with the time of the build; the ETag tells versions apart. */
const withoutTimes = (code: string): string | undefined => {
  const [, list] = assetsOfSite.exec(code) ?? []
  if (list === undefined) return undefined
  const assets: Readonly<Record<string, object>> = JSON.parse(list)
  const sorted = Object.entries(assets)
    // Vite's own list of the build is removed after it.
    .filter(([path]) => !path.startsWith("/.vite/"))
    .map(([path, asset]) => [path, { ...asset, mtime: undefined }] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `export default ${JSON.stringify(Object.fromEntries(sorted), null, 2)};`
}

/** Nitro names a handler by a digest of its absolute path; here it is named by its place in the file. */
const withoutPaths = (code: string, root: string): string => {
  const names = [...new Set(code.match(/\b_lazy_\w+/g))]
  const placed = names.reduce((text, name, place) => text.replaceAll(name, `_lazy_${place}`), code)
  return placed.replaceAll(root, "")
}

/** `root` is the project's folder and ends with a slash. */
export const sameBytes = (root: string): Plugin => ({
  name: "same-bytes",
  transform(code, id) {
    if (!id.endsWith("virtual/public-assets-data")) return undefined
    const list = withoutTimes(code)
    return list === undefined ? this.error("Nitro's list of files is not as it was") : { code: list, map: null }
  },
  renderChunk: (code) => {
    const same = withoutPaths(code, root)
    return same === code ? null : { code: same, map: null }
  },
})
