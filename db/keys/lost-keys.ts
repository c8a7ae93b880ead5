/** Finds the days whose private key is needed and missing; it only looks, and makes, reads and changes no key. */
import { existsSync } from "node:fs"
import { dirname } from "node:path"
import { Effect } from "effect"
import { attempt } from "../attempt.ts"
import { daysIn } from "./key-file.ts"
import { publicKeyFile } from "./key-pair.ts"
import type { PrivateKeys } from "./private-keys.ts"

const shownIn = (folder: string): readonly string[] => (existsSync(folder) ? daysIn(folder) : [])

/** `sealed` are the days that have sealed answers; a public key is destroyed before its private key. */
export const lostKeys = Effect.fn("Keys.lostKeys")(function* (
  keys: PrivateKeys,
  dataDir: string,
  sealed: readonly string[],
) {
  const stored = yield* keys.days
  const shown = yield* attempt("keys", () => shownIn(dirname(publicKeyFile(dataDir, ""))))
  return [...new Set([...shown, ...sealed])].filter((day) => !stored.includes(day)).sort()
})
