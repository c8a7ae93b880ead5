/** Marks a collection whose close has begun, with the keys: from then on no key is made, and those of the service are destroyed. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { syncFolder } from "../sync-folder.ts"

const closedFile = (dataDir: string): string => join(dataDir, "keys", "closed")

export const isClosed = (dataDir: string): boolean => existsSync(closedFile(dataDir))

export const markClosed = (dataDir: string): void => {
  const file = closedFile(dataDir)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, "", { mode: 0o600, flush: true })
  syncFolder(dirname(file))
}
