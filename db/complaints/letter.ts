/** Seals what staff write to the sender of a complaint, so that only who holds the reference reads it; a decoy looks the same. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import { Schema } from "effect"
import { aead, isNotSealedSo, nonceLength, tagLength } from "../collection/suite.ts"
import { padded, paddedLength } from "./padding.ts"

export const letterKinds = ["acknowledgement", "reply"] as const
export type LetterKind = (typeof letterKinds)[number]

export interface Letter {
  /** The civil day on which it was written. */
  readonly on: string
  readonly words: string
}

/** Bytes of every sealed letter. */
export const letterLength = nonceLength + paddedLength + tagLength

const readLetter = Schema.decodeUnknownSync(
  Schema.fromJsonString(Schema.Struct({ on: Schema.String, words: Schema.String })),
)

export const sealLetter = (kind: LetterKind, letter: Letter, replyKey: Uint8Array): Uint8Array => {
  const nonce = randomBytes(nonceLength)
  const plain = padded(letter)
  const cipher = createCipheriv(aead, replyKey, nonce).setAAD(Buffer.from(kind))
  const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  plain.fill(0)
  return new Uint8Array(sealed)
}

/** Takes the place of a letter that is not there: nothing opens it, and without the key nobody can tell. */
export const decoyLetter = (): Uint8Array => new Uint8Array(randomBytes(letterLength))

/** `undefined` for a decoy, or a letter to another. Either takes the same work as a letter. */
export const openLetter = (kind: LetterKind, sealed: Uint8Array, replyKey: Uint8Array): Letter | undefined => {
  const bytes = Buffer.from(sealed)
  try {
    const opening = createDecipheriv(aead, replyKey, bytes.subarray(0, nonceLength))
    opening.setAAD(Buffer.from(kind)).setAuthTag(bytes.subarray(-tagLength))
    const plain = Buffer.concat([opening.update(bytes.subarray(nonceLength, -tagLength)), opening.final()])
    return readLetter(plain.toString())
  } catch (error) {
    if (isNotSealedSo(error)) return undefined
    throw error
  }
}
