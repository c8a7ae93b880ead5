/** Lists the files of the data folder that no asset of the register declares. */
import { existsSync, readdirSync } from "node:fs"
import { join, relative, sep } from "node:path"
import { isDeclaredFile } from "../../policy/dpia/assets/files.ts"

export const strayFiles = (dataDir: string): readonly string[] => {
  if (!existsSync(dataDir)) return []
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(dataDir, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !isDeclaredFile(path))
    .toSorted()
}
