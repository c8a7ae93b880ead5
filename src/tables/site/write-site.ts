/** Puts the files of the released tables where the web process serves them: all of them at once or none, for anyone to read. */
import { randomBytes } from "node:crypto"
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { syncFolder } from "../../../db/sync-folder.ts"

const written = (folder: string, files: ReadonlyMap<string, Uint8Array>): void => {
  mkdirSync(folder, { mode: 0o755 })
  chmodSync(folder, 0o755)
  for (const [name, bytes] of files) {
    const file = join(folder, name)
    writeFileSync(file, bytes, { mode: 0o644, flag: "wx", flush: true })
    chmodSync(file, 0o644)
  }
  syncFolder(folder)
}

/** What was there before is there again if the new cannot take its place. */
const exchanged = (folder: string, fresh: string, former: string): void => {
  const replaces = existsSync(folder)
  if (replaces) renameSync(folder, former)
  try {
    renameSync(fresh, folder)
  } catch (error) {
    if (replaces) renameSync(former, folder)
    throw error
  }
}

export const writeSite = (folder: string, files: ReadonlyMap<string, Uint8Array>): void => {
  const mark = randomBytes(8).toHex()
  const [fresh, former] = [`${folder}.${mark}.new`, `${folder}.${mark}.former`]
  if (mkdirSync(dirname(folder), { recursive: true }) !== undefined) chmodSync(dirname(folder), 0o755)
  try {
    written(fresh, files)
    exchanged(folder, fresh, former)
  } finally {
    for (const each of [fresh, former]) rmSync(each, { recursive: true, force: true })
  }
  syncFolder(dirname(folder))
}
