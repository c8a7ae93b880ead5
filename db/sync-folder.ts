/** Writes a folder's entries to disk, so that a name that was added or removed stays so after a power cut. */
import { closeSync, fsyncSync, openSync } from "node:fs"

/** Windows cannot sync a folder. */
export const syncFolder = (folder: string): void => {
  if (process.platform === "win32") return
  const handle = openSync(folder, "r")
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
