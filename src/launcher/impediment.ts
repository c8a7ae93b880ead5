/** Finds what prevents a start, and makes what each process needs to find: the token key and the folder of releases. */
import { chmodSync, existsSync, lstatSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { unavailableOr } from "../../db/attempt.ts"
import { isCutOff, RestoreCutOff } from "../../db/backup/restore-marker.ts"
import { identityFile, prepareIdentity } from "../../db/identity-file.ts"
import { keepTokenKey } from "../../db/keys/token-key.ts"
import type { ImportedGeography } from "../../policy/deployment/opening.ts"
import { releasesDir, type StorageSettings, voiceDir } from "../deployment/storage.ts"
import { draftMark } from "../voice/draft-mark.ts"

/** All may read it. It must be a folder itself: `web` reads everything in it, and a link would show it another. */
const keepReleases = (folder: string): void => {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory() === false) throw Object.assign(new Error("not a folder"), { code: "EEXIST" })
  if (found !== undefined) return
  mkdirSync(folder)
  chmodSync(folder, 0o755)
}

/** Returns a sentence for the operator. */
export const impediment = (
  storage: StorageSettings,
  imported: ImportedGeography,
  script: string,
): string | undefined => {
  const { dataDir } = storage
  if (!existsSync(script)) return "There is no build to serve, so nothing was started. Make one with npm start."
  if (imported === "damaged")
    return "The imported geography is damaged, so nothing was started. Import it again: npm run ask -- geography import FILE…"
  if (storage.mode === "live" && existsSync(join(voiceDir(storage), draftMark)))
    return `The recordings are a draft that a machine spoke, so nothing was started. Put recordings by people there, or empty ${voiceDir(storage)}.`
  if (isCutOff(dataDir)) return new RestoreCutOff().message
  try {
    keepTokenKey(dataDir)
    prepareIdentity(identityFile(dataDir, "collection"))
    keepReleases(releasesDir(storage))
    return undefined
  } catch (error) {
    return unavailableOr("keys")(error).message
  }
}
