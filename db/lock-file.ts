/** Locks a file of DATA_DIR through the operating system: the lock ends with the process, however that ends. */
import { chmodSync, lstatSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"

/** The names of the lock files in DATA_DIR. */
export const lockFiles = { transfer: "transfer.lock", platform: "platform.lock" } as const

/**
 * Opens an empty database and uses only its lock; closing it gives the lock up. Throws SQLite's `busy` while another
 * process holds it. No code may open and close the file by other means meanwhile: that would end the lock.
 */
export const lockFile = (dataDir: string, name: (typeof lockFiles)[keyof typeof lockFiles]): DatabaseSync => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, name)
  // The owner of the folder could otherwise make a launcher of root open any file.
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() === false)
    throw Object.assign(new Error("not a file"), { code: "EEXIST" })
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    chmodSync(file, 0o600)
    database.exec("begin exclusive")
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
