/** A copy of the build in which somebody has been careless, to show that the search would find it. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

type Change = readonly [from: RegExp, to: string]

/** The postcode outlives its match, and travels in the one column that is nobody's business. */
const keepsThePostcode: readonly Change[] = [
  [/const bytes = value\(postcode\);/, "$& globalThis.leaked = Buffer.from(bytes);"],
  [/const nonce = nonces\.subarray\([^;]*\);/, 'const nonce = Buffer.alloc(12, globalThis.leaked ?? "-");'],
]

const forgetsToSeal: readonly Change[] = [[/cipher\.update\(plain\),/, "(cipher.update(plain), Buffer.from(plain)),"]]

const decoded = "new TextDecoder().decode(bytes)"
const talks: readonly Change[] = [
  [/const bytes = value\(postcode\);/, `$& console.log(${decoded}); console.error(${decoded});`],
]

export const carelessness = { keepsThePostcode, forgetsToSeal, talks }

/** The script of the changed build; a change that finds nothing to change is an error. */
export const leakyBuild = (built: string, folder: string, changes: readonly Change[]): string => {
  cpSync(built, folder, { recursive: true })
  const server = join(folder, "server")
  const scripts = readdirSync(server, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".mjs"))
  for (const [from, to] of changes) {
    const changed = scripts.filter((name) => {
      const file = join(server, name)
      const text = readFileSync(file, "utf8")
      if (!from.test(text)) return false
      writeFileSync(file, text.replace(from, to))
      return true
    })
    if (changed.length !== 1) throw new Error(`the build has ${changed.length} places for ${from}`)
  }
  return join(server, "index.mjs")
}
