/** Reads the recordings of a deployment: plain files with the name of a recording, in one folder, and no other. */
import { constants } from "node:fs"
import { lstat, open, readdir } from "node:fs/promises"
import { join } from "node:path"
import { draftMark } from "./draft-mark.ts"

const known = /^[a-z0-9-]+\.([0-9a-z]{11}\.mp[34])$/

export interface Piece {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly from: number
  /** Bytes of the whole file. */
  readonly size: number
  /** Changes with the file. */
  readonly tag: string
}

export interface RecordingFolder {
  readonly has: (address: string) => boolean
  /** `undefined` where there is no such recording; bytes from `from`, to `to` or to its end. */
  readonly read: (address: string, from: number, to?: number) => Promise<Piece | undefined>
}

export const noRecordings: RecordingFolder = { has: () => false, read: async () => undefined }

const readPiece = async (file: string, from: number, to: number): Promise<Piece | undefined> => {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => undefined)
  if (handle === undefined) return undefined
  try {
    const { size, mtimeMs } = await handle.stat()
    const bytes = new Uint8Array(Math.max(0, Math.min(to + 1, size) - from))
    await handle.read(bytes, 0, bytes.length, from)
    return { bytes, from, size, tag: `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"` }
  } finally {
    await handle.close()
  }
}

/** Looks once: recordings that come later are served after the next start. Live plays no draft. */
export const openRecordings = async (folder: string | undefined, isLive: boolean): Promise<RecordingFolder> => {
  const isFolder =
    folder !== undefined &&
    (await lstat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    ))
  if (!isFolder) return noRecordings
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  if (isLive && entries.some(({ name }) => name === draftMark)) return noRecordings
  const files = new Map(
    entries
      .filter((entry) => entry.isFile())
      .flatMap(({ name }) => {
        const [, address] = known.exec(name) ?? []
        return address === undefined ? [] : [[address, join(folder, name)] as const]
      }),
  )
  return {
    has: (address) => files.has(address),
    read: async (address, from, to = Number.MAX_SAFE_INTEGER) => {
      const file = files.get(address)
      return file === undefined ? undefined : readPiece(file, from, to)
    },
  }
}
