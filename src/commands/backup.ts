/** `ask -- backup`: both stores as they are now, sealed and read back, in a new folder; nothing of them is told. */
import { existsSync } from "node:fs"
import { Effect } from "effect"
import { backUp } from "../../db/backup/backup.ts"
import type { BackedUp } from "../../db/backup/label.ts"
import { openCollection } from "../../db/collection/collection.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { collectionFile, collectionSource, evidenceFile, evidenceSource, type Place } from "../launcher/place.ts"
import { askedPath } from "./asked-path.ts"
import { exitCode } from "./exit-code.ts"

const elsewhere = (of: string): string =>
  `The ${of} is kept in PostgreSQL: back it up with pg_dump, as the README says.`

/** The files that there are; a store that belongs to the other mode is not opened. */
const filesOf = (place: Place) =>
  Effect.gen(function* () {
    const { mode, dataDir, databaseUrl, evidenceUrl } = place
    const files: Partial<Record<BackedUp, string>> = {}
    if (databaseUrl === undefined && existsSync(collectionFile(dataDir))) {
      yield* openCollection({ ...collectionSource(place), readOnly: true }, mode)
      files.collection = collectionFile(dataDir)
    }
    if (evidenceUrl === undefined && existsSync(evidenceFile(dataDir))) {
      yield* openEvidence({ source: { ...evidenceSource(place), readOnly: true }, mode })
      files.evidence = evidenceFile(dataDir)
    }
    return files
  }).pipe(Effect.scoped)

export const backup = (place: Place, [option, folder, ...rest]: readonly string[]): Promise<number> => {
  if (option !== "--to" || !folder || rest.length > 0) {
    console.error("backup takes: backup --to FOLDER")
    return Promise.resolve(2)
  }
  // What it makes is its owner's alone.
  process.umask(0o077)
  const { mode, dataDir, databaseUrl, evidenceUrl } = place
  return exitCode(
    Effect.gen(function* () {
      const files = yield* filesOf(place)
      const held = yield* backUp({ mode, dataDir, keys: privateKeysOf(place), files, folder: askedPath(folder) })
      console.log(`Backed up in ${mode}, sealed and read back: ${held.join(" and ")}.`)
      if (databaseUrl !== undefined) console.error(elsewhere("collection"))
      if (evidenceUrl !== undefined) console.error(elsewhere("evidence store"))
      return 0
    }).pipe(Effect.scoped),
  )
}
