/** What is sealed to a file has its name only once it was read back and opened to what it was; no plain copy ever lies on a disk. */
import { createHash } from "node:crypto"
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs"
import { basename, dirname } from "node:path"
import { syncFolder } from "../sync-folder.ts"
import { type Label, lineOf } from "./label.ts"
import { NotVerified } from "./refusals.ts"
import type { RetentionKey } from "./retention-key.ts"
import { chunkLength, openSealed, sealChunk, sealingKey } from "./sealed-file.ts"

export const draftOf = (file: string): string => `${file}.part`

const writeWhole = (handle: number, bytes: Uint8Array): void => {
  for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
}

/** In chunks of one length, of which the last alone may be shorter. */
function* chunked(parts: Iterable<Uint8Array>): Generator<{ readonly plain: Uint8Array; readonly isLast: boolean }> {
  let held = 0
  const chunk = Buffer.alloc(chunkLength)
  for (const part of parts)
    for (let taken = 0; taken < part.length; ) {
      if (held === chunkLength) {
        yield { plain: chunk, isLast: false }
        held = 0
      }
      const more = Math.min(part.length - taken, chunkLength - held)
      chunk.set(part.subarray(taken, taken + more), held)
      held += more
      taken += more
    }
  yield { plain: chunk.subarray(0, held), isLast: true }
  chunk.fill(0)
}

const write = async (file: string, label: Label, retention: RetentionKey, parts: Iterable<Uint8Array>) => {
  const line = lineOf(label)
  const { encapsulated, key } = await sealingKey(line, retention)
  const digest = createHash("sha256")
  const handle = openSync(file, "wx", 0o600)
  try {
    writeWhole(handle, Buffer.concat([line, encapsulated]))
    let number = 0
    for (const { plain, isLast } of chunked(parts)) {
      digest.update(plain)
      writeWhole(handle, sealChunk(key, number++, isLast, plain))
    }
    fsyncSync(handle)
  } finally {
    closeSync(handle)
    key.fill(0)
  }
  return digest.digest("hex")
}

export const digestOf = async (file: string, retention: RetentionKey): Promise<string> => {
  const digest = createHash("sha256")
  for (const part of (await openSealed(file, retention)).parts()) digest.update(part)
  return digest.digest("hex")
}

/** The digest of what was sealed; `passed` lets a test come between writing and reading back. */
export const sealFile = async (
  file: string,
  label: Label,
  retention: RetentionKey,
  parts: Iterable<Uint8Array>,
  passed: (draft: string) => void = () => undefined,
): Promise<string> => {
  const draft = draftOf(file)
  rmSync(draft, { force: true })
  try {
    const written = await write(draft, label, retention, parts)
    passed(draft)
    const found = await digestOf(draft, retention).catch(() => undefined)
    if (found !== written) throw new NotVerified({ file: basename(file) })
    renameSync(draft, file)
    syncFolder(dirname(file))
    return written
  } finally {
    rmSync(draft, { force: true })
  }
}
