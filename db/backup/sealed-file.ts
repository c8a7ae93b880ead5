/** Opens a sealed file with its key: in the order it was written, to its authenticated end, or not at all. */
import { createCipheriv, createDecipheriv } from "node:crypto"
import { closeSync, fstatSync, openSync, readSync } from "node:fs"
import { basename } from "node:path"
import { Effect } from "effect"
import { aead, isNotSealedSo, keyLength, nonceLength, suite, tagLength } from "../collection/suite.ts"
import type { StoreUnavailable } from "../store-unavailable.ts"
import { format, type Label, labelOf } from "./label.ts"
import { readingBackup } from "./reading.ts"
import { BackupDamaged, BackupOlder, RetentionKeyGone } from "./refusals.ts"
import type { RetentionKey } from "./retention-key.ts"

export const chunkLength = 256 * 1024
export const encapsulatedLength = 32
const exporterContext = new TextEncoder().encode("the-big-ask/backup/chunks")

/** Holds the chunk's number and whether it is the last, so that none can be moved, dropped or taken for the end. */
const nonceOf = (number: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(nonceLength)
  nonce.writeUIntBE(number, 5, 6)
  nonce.writeUInt8(isLast ? 1 : 0, nonceLength - 1)
  return nonce
}

/** Uses RFC 9180's authenticated mode: what opens with the retention key was sealed by its holder. */
export const sealingKey = async (line: Buffer, { publicKey, privateKey }: RetentionKey) => {
  const sender = await suite.createSenderContext({ recipientPublicKey: publicKey, senderKey: privateKey, info: line })
  return {
    encapsulated: Buffer.from(sender.enc),
    key: new Uint8Array(await sender.export(exporterContext, keyLength)),
  }
}

const openingKey = async (line: Buffer, encapsulated: Buffer, { publicKey, privateKey }: RetentionKey) => {
  const sealed = { recipientKey: privateKey, enc: encapsulated, senderPublicKey: publicKey, info: line }
  const recipient = await suite.createRecipientContext(sealed)
  return new Uint8Array(await recipient.export(exporterContext, keyLength))
}

export const sealChunk = (key: Uint8Array, number: number, isLast: boolean, plain: Uint8Array): Buffer => {
  const cipher = createCipheriv(aead, key, nonceOf(number, isLast))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

const openChunk = (key: Uint8Array, number: number, isLast: boolean, sealed: Buffer): Buffer => {
  const end = sealed.length - tagLength
  const decipher = createDecipheriv(aead, key, nonceOf(number, isLast), { authTagLength: tagLength })
  decipher.setAuthTag(sealed.subarray(end))
  return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()])
}

class FileTooShort extends Error {}

const readWhole = (handle: number, into: Buffer, at: number): void => {
  for (let filled = 0; filled < into.length; ) {
    const count = readSync(handle, into, filled, into.length - filled, at + filled)
    if (count === 0) throw new FileTooShort()
    filled += count
  }
}

function* chunksOf(file: string, from: number, key: Uint8Array): Generator<Buffer> {
  const handle = openSync(file, "r")
  try {
    const { size } = fstatSync(handle)
    for (let [number, at] = [0, from]; ; number++) {
      const sealed = Buffer.alloc(Math.min(chunkLength + tagLength, size - at))
      readWhole(handle, sealed, at)
      at += sealed.length
      yield openChunk(key, number, at === size, sealed)
      if (at === size) return
    }
  } finally {
    closeSync(handle)
  }
}

export interface Opening {
  readonly label: Label
  /** Reads the file from its start each time; throws `BackupDamaged`. */
  readonly parts: () => Iterable<Buffer>
}

const isDamage = (error: unknown): boolean => error instanceof FileTooShort || isNotSealedSo(error)

const openParts = async (file: string, line: Buffer, retention: RetentionKey): Promise<() => Iterable<Buffer>> => {
  const damaged = new BackupDamaged({ file: basename(file) })
  const encapsulated = Buffer.alloc(encapsulatedLength)
  const handle = openSync(file, "r")
  try {
    readWhole(handle, encapsulated, line.length)
    const key = await openingKey(line, encapsulated, retention)
    return () => orDamaged(chunksOf(file, line.length + encapsulatedLength, key), damaged)
  } catch (error) {
    throw isDamage(error) ? damaged : error
  } finally {
    closeSync(handle)
  }
}

export const openSealed = Effect.fn("Backup.open")(function* (
  file: string,
  retention: RetentionKey,
): Effect.fn.Return<Opening, BackupDamaged | BackupOlder | RetentionKeyGone | StoreUnavailable> {
  const { label, line } = yield* labelOf(file)
  if (label.format !== format) return yield* new BackupOlder({ file: basename(file) })
  if (label.key !== retention.fingerprint) return yield* new RetentionKeyGone({ key: label.key })
  return { label, parts: yield* readingBackup(() => openParts(file, line, retention)) }
})

function* orDamaged(chunks: Generator<Buffer>, damaged: BackupDamaged): Generator<Buffer> {
  for (;;) {
    const chunk = nextOf(chunks, damaged)
    if (chunk === undefined) return
    yield chunk
  }
}

const nextOf = (chunks: Generator<Buffer>, damaged: BackupDamaged): Buffer | undefined => {
  try {
    const { value, done } = chunks.next()
    return done === true ? undefined : value
  } catch (error) {
    throw isDamage(error) ? damaged : error
  }
}
