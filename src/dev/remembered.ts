/** Remembers on disk what Babel made of each file, so that the site opens without transforming again what has not changed. */
import { createHash } from "node:crypto"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Plugin, PluginOption } from "vite"

/** Those that run Babel: for each the result depends on the file, its address and the environment alone. */
const slow = new Set(["solid", "tree-shake"])

const keyOf = (...parts: readonly string[]): string => createHash("sha256").update(parts.join("\0")).digest("hex")

const readFrom = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch {
    return undefined
  }
}

const isPlugin = (option: PluginOption): option is Plugin =>
  typeof option === "object" && option !== null && "name" in option

const remember = (plugin: Plugin, folder: string): Plugin => {
  const hook = plugin.transform
  if (hook === undefined) return plugin
  const transform = typeof hook === "function" ? hook : hook.handler
  const around: typeof transform = async function (source, id, options) {
    const file = join(folder, keyOf(plugin.name, this.environment.name, id, source))
    const known = readFrom(file)
    if (known instanceof Object && "code" in known && typeof known.code === "string")
      return { ...known, code: known.code }
    const made = await transform.call(this, source, id, options)
    if (made instanceof Object && "code" in made) writeFileSync(file, JSON.stringify(made))
    return made
  }
  return { ...plugin, transform: typeof hook === "function" ? around : { ...hook, handler: around } }
}

/** The plugins, nested as they came, with the slow ones remembering in a folder that goes with the packages. */
export const remembered = (option: PluginOption, folder: string): PluginOption => {
  mkdirSync(folder, { recursive: true })
  if (Array.isArray(option)) return option.map((each) => remembered(each, folder))
  if (option instanceof Promise) return option.then((each) => remembered(each, folder))
  return isPlugin(option) && slow.has(option.name) ? remember(option, folder) : option
}
