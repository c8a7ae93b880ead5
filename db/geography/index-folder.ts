/** Stores the imported geography as one file in its own folder, completely or not at all, readable by every account. */
import { randomBytes } from "node:crypto"
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { syncFolder } from "../sync-folder.ts"
import { decodeIndex, type Index } from "./index-file.ts"

export const geographyFolder = (dataDir: string): string => join(dataDir, "geography")

const fileIn = (folder: string): string => join(folder, "england.index")

/** `false` if the same file was there already. */
export const keepIndex = (folder: string, bytes: Uint8Array): boolean => {
  const file = fileIn(folder)
  if (existsSync(file) && readFileSync(file).equals(bytes)) return false
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  const draft = join(folder, `.${randomBytes(8).toHex()}`)
  try {
    writeFileSync(draft, bytes, { mode: 0o644, flag: "wx", flush: true })
    chmodSync(draft, 0o644)
    renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
  syncFolder(folder)
  return true
}

/** `undefined` if nothing was imported; `damaged` if the digest does not match. */
export const readIndex = (folder: string): Index | "damaged" | undefined => {
  const file = fileIn(folder)
  if (!existsSync(file)) return undefined
  return decodeIndex(readFileSync(file)) ?? "damaged"
}
