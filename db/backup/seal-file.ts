/** Seals content to a file, reads it back, and names the file only if both digests agree; no plain copy touches a disk. */
import { createHash } from "node:crypto"
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs"
import { basename, dirname } from "node:path"
import { Effect } from "effect"
import { attempt, attemptPromise } from "../attempt.ts"
import type { StoreUnavailable } from "../store-unavailable.ts"
import { syncFolder } from "../sync-folder.ts"
import { type Label, lineOf } from "./label.ts"
import { readingBackup } from "./reading.ts"
import { NotVerified } from "./refusals.ts"
import type { RetentionKey } from "./retention-key.ts"
import { chunkLength, openSealed, sealChunk, sealingKey } from "./sealed-file.ts"

export const draftOf = (file: string): string => `${file}.part`

const writeWhole = (handle: number, bytes: Uint8Array): void => {
  for (let count = 0; count < bytes.length; ) count += writeSync(handle, bytes, count)
}

interface Chunk {
  readonly plain: Uint8Array
  readonly isLast: boolean
}

/** Makes chunks of one length; only the last may be shorter. */
function* chunked(parts: Iterable<Uint8Array>): Generator<Chunk> {
  let filled = 0
  const chunk = Buffer.alloc(chunkLength)
  for (const part of parts)
    for (let used = 0; used < part.length; ) {
      if (filled === chunkLength) {
        yield { plain: chunk, isLast: false }
        filled = 0
      }
      const more = Math.min(part.length - used, chunkLength - filled)
      chunk.set(part.subarray(used, used + more), filled)
      filled += more
      used += more
    }
  yield { plain: chunk.subarray(0, filled), isLast: true }
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

export const digestOf = Effect.fn("Backup.digest")(function* (file: string, retention: RetentionKey) {
  const { parts } = yield* openSealed(file, retention)
  return yield* readingBackup(() => {
    const digest = createHash("sha256")
    for (const part of parts()) digest.update(part)
    return digest.digest("hex")
  })
})

/** Returns the digest of the content. */
export const sealFile = Effect.fn("Backup.seal")(function* (
  file: string,
  label: Label,
  retention: RetentionKey,
  parts: Iterable<Uint8Array>,
  beforeReadBack: (draft: string) => void = () => undefined,
): Effect.fn.Return<string, NotVerified | StoreUnavailable> {
  const draft = draftOf(file)
  const dropDraft = attempt("backups", () => rmSync(draft, { force: true }))
  const sealAndVerify = Effect.gen(function* () {
    const sealed = yield* attemptPromise("backups", () => write(draft, label, retention, parts))
    beforeReadBack(draft)
    const readBack = yield* Effect.orElseSucceed(digestOf(draft, retention), () => undefined)
    if (readBack !== sealed) return yield* new NotVerified({ file: basename(file) })
    yield* attempt("backups", () => {
      renameSync(draft, file)
      syncFolder(dirname(file))
    })
    return sealed
  })
  yield* dropDraft
  return yield* Effect.ensuring(sealAndVerify, Effect.ignore(dropDraft))
})
