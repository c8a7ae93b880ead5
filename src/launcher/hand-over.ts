/** Gives each account its files of DATA_DIR as root: only files known by name, and never through a link. */
import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  realpathSync,
} from "node:fs"
import { join } from "node:path"
import type { Accounts } from "./account.ts"
import { type Owned, type OwnedFolder, ownedFiles } from "./owned-files.ts"

/** Why nothing was handed over. */
class Refused extends Error {}

const refuse = (path: string, why: string): never => {
  throw new Refused(
    `${path} ${why}. No file changed its owner, and nothing was started. Find out who made it, remove it, then start again.`,
  )
}

/** A name below an open folder: on Linux a folder that is exchanged for a link meanwhile is not followed. */
const below = (descriptor: number, path: string, name: string): string =>
  existsSync(`/proc/self/fd/${descriptor}`) ? `/proc/self/fd/${descriptor}/${name}` : join(path, name)

/** Neither follows a link nor waits for the other end of a pipe. */
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

const withOpen = (at: string, path: string, owned: Owned, use: (descriptor: number) => void): void => {
  const before = lstatSync(at)
  if (before.isSymbolicLink()) refuse(path, "is a link")
  if (owned.kind === "folder" ? !before.isDirectory() : !before.isFile()) refuse(path, `is not a ${owned.kind}`)
  const descriptor = openSync(at, flags)
  try {
    const found = fstatSync(descriptor)
    if (found.ino !== before.ino || found.dev !== before.dev) refuse(path, "was exchanged meanwhile")
    if (owned.kind === "file" && found.nlink > 1) refuse(path, "has a second name, by a hard link")
    use(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

type Visit = (descriptor: number, owned: Owned) => void

const visitAll = (folder: OwnedFolder, at: string, path: string, visit: Visit): void =>
  withOpen(at, path, folder, (descriptor) => {
    for (const name of readdirSync(below(descriptor, path, "."))) {
      const owned = folder.holds.find(([known]) => known.test(name))?.[1]
      const inner = below(descriptor, path, name)
      if (owned?.kind === "file") withOpen(inner, join(path, name), owned, (file) => visit(file, owned))
      if (owned?.kind === "folder") visitAll(owned, inner, join(path, name), visit)
    }
    visit(descriptor, folder)
  })

/**
 * Gives the collection and the token key to the writer, and every other key and the evidence to the keeper. Looks at
 * everything before it changes anything. Returns a sentence that names a planted link; then nothing was changed.
 */
export const handOver = (dataDir: string, accounts: Accounts): string | undefined => {
  if (!existsSync(dataDir)) return undefined
  // The operator may have put the folder itself elsewhere.
  const folder = realpathSync(dataDir)
  try {
    visitAll(ownedFiles, folder, folder, () => undefined)
    visitAll(ownedFiles, folder, folder, (descriptor, owned) => {
      const { uid, gid } = accounts[owned.owner]
      fchownSync(descriptor, uid, gid)
      if (owned.kind === "folder" && owned.open === true) fchmodSync(descriptor, 0o711)
    })
    return undefined
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
}
