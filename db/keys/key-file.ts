/** Writes a key to disk completely or not at all, never replaces one, and lets only its owner read it. */
import { randomBytes } from "node:crypto"
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { syncFolder } from "../sync-folder.ts"

export const readKey = (file: string): Uint8Array | undefined => {
  try {
    return new Uint8Array(readFileSync(file))
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined
    throw error
  }
}

/** Returns the stored key: of two processes that make it at once, the first wins and both use its key. */
export const keepKey = (file: string, key: Uint8Array): Uint8Array => {
  const folder = dirname(file)
  makeFolder(folder)
  const draft = join(folder, `.${randomBytes(8).toHex()}`)
  try {
    writeFileSync(draft, key, { mode: 0o600, flag: "wx", flush: true })
    linkIfAbsent(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
  syncFolder(folder)
  return readKey(file) ?? key
}

/** Overwrites the bytes before it removes the name, so that no other link to the file still holds the key. */
export const destroyKey = (file: string): void => {
  if (!existsSync(dirname(file))) return
  overwrite(file)
  rmSync(file, { force: true })
  syncFolder(dirname(file))
}

const overwrite = (file: string): void => {
  if (!existsSync(file)) return
  const handle = openSync(file, "r+")
  try {
    writeSync(handle, randomBytes(fstatSync(handle).size), 0, null, 0)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const keyName = /^(\d{4}-\d{2}-\d{2})\.key$/

/** The days that have a key in an existing folder, in order. */
export const daysIn = (folder: string): string[] =>
  readdirSync(folder)
    .flatMap((name) => keyName.exec(name)?.[1] ?? [])
    .sort()

export const daysKept = (folder: string): string[] => {
  makeFolder(folder)
  return daysIn(folder)
}

const linkIfAbsent = (draft: string, file: string): void => {
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
  }
}

/** Syncs the folders above a new one as well: without that a power cut could lose it. */
const makeFolder = (folder: string): void => {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let path = folder; path !== dirname(first); path = dirname(path)) syncFolder(dirname(path))
}
