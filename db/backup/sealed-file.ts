/** A sealed file opens with its key alone, in the order it was written, to the end it was given, or not as a whole. */
import { createCipheriv, createDecipheriv } from "node:crypto"
import { closeSync, fstatSync, openSync, readSync } from "node:fs"
import { basename } from "node:path"
import { aead, keyLength, nonceLength, suite, tagLength } from "../collection/suite.ts"
import { type Label, labelOf } from "./label.ts"
import { BackupDamaged, RetentionKeyGone } from "./refusals.ts"
import type { RetentionKey } from "./retention-key.ts"

export const chunkLength = 256 * 1024
export const encapsulatedLength = 32
const exporterContext = new TextEncoder().encode("the-big-ask/backup/chunks")

/** A chunk's number, and whether it is the last: none can be moved, left out or taken for the end. */
const nonceOf = (number: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(nonceLength)
  nonce.writeUIntBE(number, 5, 6)
  nonce.writeUInt8(isLast ? 1 : 0, nonceLength - 1)
  return nonce
}

/** RFC 9180 in its authenticated mode: only who holds the retention key can have made what opens with it. */
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

const readWhole = (handle: number, into: Buffer, at: number): void => {
  for (let held = 0; held < into.length; ) {
    const read = readSync(handle, into, held, into.length - held, at + held)
    if (read === 0) throw new RangeError()
    held += read
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
  /** Read anew each time; throws where the file is not as it was sealed. */
  readonly parts: () => Iterable<Buffer>
}

export const openSealed = async (file: string, retention: RetentionKey): Promise<Opening> => {
  const { label, line } = labelOf(file)
  if (label.key !== retention.fingerprint) throw new RetentionKeyGone({ key: label.key })
  const damaged = new BackupDamaged({ file: basename(file) })
  try {
    const encapsulated = Buffer.alloc(encapsulatedLength)
    const handle = openSync(file, "r")
    try {
      readWhole(handle, encapsulated, line.length)
    } finally {
      closeSync(handle)
    }
    const key = await openingKey(line, encapsulated, retention)
    return { label, parts: () => orDamaged(chunksOf(file, line.length + encapsulatedLength, key), damaged) }
  } catch {
    throw damaged
  }
}

function* orDamaged(chunks: Generator<Buffer>, damaged: BackupDamaged): Generator<Buffer> {
  for (;;) {
    const next = opened(chunks, damaged)
    if (next === undefined) return
    yield next
  }
}

const opened = (chunks: Generator<Buffer>, damaged: BackupDamaged): Buffer | undefined => {
  try {
    const { value, done } = chunks.next()
    return done === true ? undefined : value
  } catch {
    throw damaged
  }
}
