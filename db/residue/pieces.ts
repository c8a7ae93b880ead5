/** Every byte of every file, in pieces that overlap, so that nothing is cut in two; a device is read to its end. */
import { closeSync, lstatSync, openSync, readdirSync, readSync } from "node:fs"
import { join } from "node:path"

export interface Piece {
  readonly file: string
  /** Where the piece begins in its file. */
  readonly start: number
  readonly bytes: Buffer
  /** Bytes at its beginning that the piece before had as well. */
  readonly again: number
}

const size = 8 * 2 ** 20

/** More than the longest of what is looked for takes in any encoding. */
export const overlap = 4096

/** Sockets and links hold no bytes of their own. */
export const filesUnder = (path: string, leftOut: readonly string[]): readonly string[] => {
  if (leftOut.includes(path)) return []
  const entry = lstatSync(path)
  if (entry.isDirectory())
    return readdirSync(path)
      .sort()
      .flatMap((name) => filesUnder(join(path, name), leftOut))
  return entry.isFile() || entry.isBlockDevice() || entry.isCharacterDevice() ? [path] : []
}

const fill = (handle: number, buffer: Buffer, from: number, position: number): number => {
  let filled = from
  while (filled < buffer.length) {
    const read = readSync(handle, buffer, filled, buffer.length - filled, position + filled - from)
    if (read === 0) break
    filled += read
  }
  return filled
}

export const piecesOf = function* (file: string): Generator<Piece> {
  const handle = openSync(file, "r")
  try {
    const buffer = Buffer.allocUnsafe(size)
    let again = 0
    for (let position = 0; ; ) {
      const filled = fill(handle, buffer, again, position)
      if (filled === again) return
      yield { file, start: position - again, bytes: buffer.subarray(0, filled), again }
      position += filled - again
      if (filled < size) return
      buffer.copyWithin(0, filled - overlap, filled)
      again = overlap
    }
  } finally {
    closeSync(handle)
  }
}
