/** A key is on the disk whole or not at all, is never replaced, and is readable by its owner alone. */
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

/** What the file holds afterwards: if two make it at once, the first wins and both use the same key. */
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

/** Overwritten where it lies, under every name it may still have, before its name goes. */
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

/** The days that have a key in a folder that is there, in order. */
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

/** A new folder lasts only once the folder above it has been synced too. */
const makeFolder = (folder: string): void => {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; made !== dirname(first); made = dirname(made)) syncFolder(dirname(made))
}
