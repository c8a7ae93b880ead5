/** `ask -- restore`: both stores as they were backed up, into a place that has none; all of it, or nothing. */
import { Effect } from "effect"
import { restore as restoreFrom } from "../../db/backup/restore.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { collectionFile, evidenceFile, type Place } from "../launcher/place.ts"
import { askedPath } from "./asked-path.ts"
import { exitCode } from "./exit-code.ts"

export const restore = (place: Place, [option, folder, ...rest]: readonly string[]): Promise<number> => {
  if (option !== "--from" || !folder || rest.length > 0) {
    console.error("restore takes: restore --from FOLDER")
    return Promise.resolve(2)
  }
  // What it makes is its owner's alone.
  process.umask(0o077)
  const { mode, dataDir, databaseUrl, evidenceUrl } = place
  const files = {
    ...(databaseUrl === undefined && { collection: collectionFile(dataDir) }),
    ...(evidenceUrl === undefined && { evidence: evidenceFile(dataDir) }),
  }
  return exitCode(
    restoreFrom({ mode, dataDir, keys: privateKeysOf(place), folder: askedPath(folder), files }).pipe(
      Effect.map((held) => {
        console.log(`Restored in ${mode}, whole and as it was sealed: ${held.join(" and ")}.`)
        return 0
      }),
    ),
  )
}
