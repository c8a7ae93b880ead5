/** A build is the same, byte for byte, wherever and whenever it is made: what was tested can be compared with what runs. */
import { existsSync, globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { sameBytes } from "../../src/launcher/same-bytes.ts"
import { ensureBuilt, root } from "../../src/launcher/set-up.mjs"

const plugin = sameBytes("/home/me/ask/")
const hook = (found: unknown): ((...args: readonly unknown[]) => unknown) => {
  if (typeof found !== "function") throw new Error("the plugin has no such hook")
  return (...args) => found.apply({ error: (message: string) => message }, args)
}
const transform = hook(plugin.transform)
const renderChunk = hook(plugin.renderChunk)

const listed = "\0#nitro/virtual/public-assets-data"
const list = (assets: object): string => `export default ${JSON.stringify(assets)};`

test("files are listed by name, without the time of the build and without Vite's own list", () => {
  const assets = { "/b.js": { mtime: "2026-12-01", size: 2 }, "/.vite/manifest.json": {}, "/a.js": { size: 1 } }
  expect(transform(list(assets), listed)).toEqual({
    code: `export default ${JSON.stringify({ "/a.js": { size: 1 }, "/b.js": { size: 2 } }, null, 2)};`,
    map: null,
  })
  expect(transform("export const assets = []", listed)).toBe("Nitro's list of files is not as it was")
  expect(transform(list(assets), "src/app.tsx")).toBeUndefined()
})

test("a folder of this machine is left out, and a handler is named by its place", () => {
  const code = "var _lazy_4f = lazy('/home/me/ask/src/app.tsx'), _lazy_03 = 1; use(_lazy_4f, _lazy_03)"
  expect(renderChunk(code)).toEqual({
    code: "var _lazy_0 = lazy('src/app.tsx'), _lazy_1 = 1; use(_lazy_0, _lazy_1)",
    map: null,
  })
  expect(renderChunk("var lazy = 1")).toBeNull()
})

const contents = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    globSync("**", { cwd: folder, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length), readFileSync(file, "latin1")]),
  )

test("no file of this build holds a folder of this machine or a time", { timeout: 120_000 }, () => {
  ensureBuilt()
  const output = join(root, ".output")
  expect(existsSync(join(output, "nitro.json"))).toBe(false)
  const telling = [...contents(output)].filter(([, text]) => text.includes(root) || /"?mtime"?: "/.test(text))
  expect(telling.map(([file]) => file)).toEqual([])
})
