/** A restore that was cut off leaves a sign, and until it is made again nothing opens what it was about to put back. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { Schema } from "effect"

export const restoringFolder = (dataDir: string): string => join(dataDir, "restoring")

export const isCutOff = (dataDir: string): boolean => existsSync(restoringFolder(dataDir))

export class RestoreCutOff extends Schema.TaggedError<RestoreCutOff>()("RestoreCutOff", {}) {
  override get message() {
    return "A restore was cut off here: run ask -- restore again, with the same backup, before anything else."
  }
}
