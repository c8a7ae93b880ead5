/** A name that was made or removed in a folder stays so when the power goes. */
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
