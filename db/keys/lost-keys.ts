/** The days whose private key should be here and is not, by looking alone: nothing is made, read or changed. */
import { existsSync } from "node:fs"
import { dirname } from "node:path"
import { daysIn } from "./key-file.ts"
import { publicKeyFile } from "./key-pair.ts"
import type { PrivateKeys } from "./private-keys.ts"

const shownIn = (folder: string): readonly string[] => (existsSync(folder) ? daysIn(folder) : [])

/** `sealed` are the days of which answers lie sealed; a public key goes before its private key does. */
export const lostKeys = (keys: PrivateKeys, dataDir: string, sealed: readonly string[]): readonly string[] => {
  const held = keys.days()
  const needed = [...shownIn(dirname(publicKeyFile(dataDir, ""))), ...sealed]
  return [...new Set(needed)].filter((day) => !held.includes(day)).sort()
}
