/** Lists the days with a private key, and the files of keys that other accounts than their owner may read or change. */
import { existsSync, readdirSync, statSync } from "node:fs"
import { join, relative, sep } from "node:path"
import { Effect } from "effect"
import type { KeyFolder } from "../../policy/facts/key-folder.ts"
import { attempt } from "../attempt.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"

const readByOthers = 0o077
const changedByOthers = 0o022

/** A public key and the folder of one may be read by every account: the web process reads them. */
const isOpen = (file: string, path: string): boolean => {
  const mode = statSync(file).mode
  const isPublic = path.startsWith(join("keys", "public"))
  return (mode & (isPublic ? changedByOthers : readByOthers)) !== 0
}

const openFiles = (dataDir: string): readonly string[] => {
  const folder = join(dataDir, "keys")
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => isOpen(file, relative(dataDir, file)))
    .map((file) => relative(dataDir, file).split(sep).join("/"))
    .toSorted()
}

export const keyFolderOf = Effect.fn("Inspection.keyFolder")(function* (
  keys: PrivateKeys,
  dataDir: string,
  completeDays: readonly string[],
) {
  if (!existsSync(join(dataDir, "keys"))) return { privateDays: [], completeDays, open: [] }
  const open = yield* attempt("keys", () => openFiles(dataDir))
  return { privateDays: yield* keys.days, completeDays, open } satisfies KeyFolder
})
