/** Marks an unfinished restore by a folder: until the restore is repeated, no command opens the stores. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { Schema } from "effect"

export const restoringFolder = (dataDir: string): string => join(dataDir, "restoring")

export const isCutOff = (dataDir: string): boolean => existsSync(restoringFolder(dataDir))

export class RestoreCutOff extends Schema.TaggedError<RestoreCutOff>()("RestoreCutOff", {}) {
  override get message() {
    return "A restore was interrupted here. Nothing was opened. Run ask -- restore again with the same backup first."
  }
}
