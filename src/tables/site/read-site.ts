/** The released files as they lie in their folder at this moment: plain files of a known kind by their exact name, and no other. */
import { createHash } from "node:crypto"
import { constants } from "node:fs"
import { lstat, open, readdir } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"

export interface SiteFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The same for the same bytes alone. */
  readonly digest: string
}

/** As `addressesOf` names them. */
const known = /^[a-z0-9-]+\.(?:html|csv|csv-metadata\.json|xlsx)$/

const namesIn = async (folder: string): Promise<readonly string[] | undefined> => {
  // A link could lead anywhere, and so may stand neither for the folder nor for a file in it.
  const isFolder = await lstat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) return undefined
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
  return entries?.filter((entry) => entry.isFile()).map(({ name }) => name)
}

const read = async (file: string): Promise<SiteFile | undefined> => {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => undefined)
  if (handle === undefined) return undefined
  try {
    const bytes = new Uint8Array(await handle.readFile())
    return { bytes, digest: createHash("sha256").update(bytes).digest("base64url") }
  } finally {
    await handle.close()
  }
}

/** Milliseconds. A new release replaces the former one within this time; for a moment the folder is missing. */
const exchange = 50

export const siteReader = (folder: string): ((name: string) => Promise<SiteFile | undefined>) => {
  let wasThere = false
  const names = async (): Promise<readonly string[]> => {
    let found = await namesIn(folder)
    if (found === undefined && wasThere) {
      await delay(exchange)
      found = await namesIn(folder)
    }
    wasThere = found !== undefined
    return found ?? []
  }
  return async (name) => {
    if (!known.test(name) || !(await names()).includes(name)) return undefined
    return read(join(folder, name))
  }
}
