/** A copy of the build in which somebody has been careless, to show that the search would find it. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

type Change = readonly [from: RegExp, to: string]

/** The postcode outlives its match, and travels in the one column that is nobody's business. */
const keepsThePostcode: readonly Change[] = [
  [/const bytes = value\(postcode\);/, "$& globalThis.leaked = Buffer.from(bytes);"],
  [/const nonce = nonces\.subarray\([^;]*\);/, 'const nonce = Buffer.alloc(12, globalThis.leaked ?? "-");'],
]

const forgetsToSeal: readonly Change[] = [
  [/(ciphertext = Buffer\.concat\(\[\s*)cipher\.update\(plain\),/, "$1(cipher.update(plain), Buffer.from(plain)),"],
]

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
    const places = scripts.reduce((sum, name) => {
      const file = join(server, name)
      const text = readFileSync(file, "utf8")
      writeFileSync(file, text.replace(from, to))
      return sum + [...text.matchAll(new RegExp(from, "g"))].length
    }, 0)
    if (places !== 1) throw new Error(`the build has ${places} places for ${from}`)
  }
  return join(server, "index.mjs")
}
