/** Lists files and reads them in segments, each with some bytes before and after, so that no finding is cut in two. */
import { closeSync, lstatSync, openSync, readdirSync, readSync, type Stats } from "node:fs"
import { join } from "node:path"
import type { Edges } from "./text-context.ts"

/** Findings that begin from `from` to before `to` are this segment's. */
export interface Segment {
  readonly file: string
  readonly from: number
  readonly to: number
}

export interface Block extends Edges {
  /** The position of the block in its file. */
  readonly start: number
  readonly bytes: Buffer
}

/** Longer than any word or postcode in any encoding, with the text around it. */
export const overlap = 4096

/** Skips sockets and links, which hold no bytes of their own. */
const filesOf = (path: string, entry: Stats, excluded: readonly string[]): readonly string[] => {
  if (excluded.includes(path)) return []
  if (entry.isDirectory()) return filesIn(path, excluded)
  return entry.isFile() || entry.isBlockDevice() || entry.isCharacterDevice() ? [path] : []
}

/** A database removes files while its folder is read: one that is gone holds nothing. */
const filesIn = (folder: string, excluded: readonly string[]): readonly string[] =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name)
      const entry = lstatSync(path, { throwIfNoEntry: false })
      return entry === undefined ? [] : filesOf(path, entry, excluded)
    })

export const filesUnder = (path: string, excluded: readonly string[]): readonly string[] =>
  filesOf(path, lstatSync(path), excluded)

/** A device says no size: it is read to its end. */
export const sizeOf = (file: string): number => {
  const entry = lstatSync(file)
  return entry.isFile() ? entry.size : Number.POSITIVE_INFINITY
}

/** Stops at the end of the file. */
export const readAt = (handle: number, buffer: Buffer, position: number): number => {
  let filled = 0
  while (filled < buffer.length) {
    const read = readSync(handle, buffer, filled, buffer.length - filled, position + filled)
    if (read === 0) break
    filled += read
  }
  return filled
}

/** Reads the bytes from `start` to `end`, or fewer where the file ends before. */
export const bytesOf = (file: string, start: number, end: number): Buffer => {
  const handle = openSync(file, "r")
  try {
    const buffer = Buffer.allocUnsafe(end - start)
    return buffer.subarray(0, readAt(handle, buffer, start))
  } finally {
    closeSync(handle)
  }
}

export const blockOf = ({ file, from, to }: Segment): Block => {
  const start = Math.max(0, from - overlap)
  const wanted = to + overlap - start
  const bytes = bytesOf(file, start, start + wanted)
  return { start, bytes, begins: start === 0, ends: bytes.length < wanted }
}
