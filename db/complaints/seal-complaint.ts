/** Seals a complaint and the key for its reply to the complaints' public key; it is bound to the hash of its reference. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import { Schema } from "effect"
import { newRowKey, rowKeyOpener } from "../collection/row-key.ts"
import { aead, isNotSealedSo, nonceLength, tagLength } from "../collection/suite.ts"
import { padded, paddedLength } from "./padding.ts"
import type { Reference } from "./reference.ts"

declare const mark: unique symbol

/** An encapsulated key, a nonce and a ciphertext. */
export type SealedComplaint = Uint8Array & { readonly [mark]: true }

/** Takes the place of the day among the labels of HPKE: no answer opens as a complaint. */
const label = "complaints"
const encapsulatedLength = 32

/** Bytes of every sealed complaint. */
export const sealedLength = encapsulatedLength + nonceLength + paddedLength + tagLength

const Content = Schema.Struct({ words: Schema.String, contact: Schema.String, replyKey: Schema.String })
const readContent = Schema.decodeUnknownSync(Schema.fromJsonString(Content))

export interface Complaint {
  readonly words: string
  /** How to reach the sender, who need not say. */
  readonly contact: string
}

export interface OpenedComplaint extends Complaint {
  readonly replyKey: Uint8Array
}

export const sealComplaint = (
  { words, contact }: Complaint,
  { hash, replyKey }: Reference,
  publicKey: Uint8Array,
): SealedComplaint => {
  const { encapsulated, key } = newRowKey(label, publicKey)
  const nonce = randomBytes(nonceLength)
  const plain = padded({ words, contact, replyKey: replyKey.toHex() })
  const cipher = createCipheriv(aead, key, nonce).setAAD(hash)
  const sealed = Buffer.concat([encapsulated, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  plain.fill(0)
  key.fill(0)
  return new Uint8Array(sealed) as SealedComplaint
}

/** `undefined` for bytes that were not sealed to this key for this hash. */
export const openComplaint = (
  sealed: Uint8Array,
  hash: Uint8Array,
  privateKey: Uint8Array,
): OpenedComplaint | undefined => {
  const bytes = Buffer.from(sealed)
  const rest = bytes.subarray(encapsulatedLength)
  try {
    const key = rowKeyOpener(privateKey)(bytes.subarray(0, encapsulatedLength), label)
    const opening = createDecipheriv(aead, key, rest.subarray(0, nonceLength))
    opening.setAAD(hash).setAuthTag(rest.subarray(-tagLength))
    const plain = Buffer.concat([opening.update(rest.subarray(nonceLength, -tagLength)), opening.final()])
    const { words, contact, replyKey } = readContent(plain.toString())
    return { words, contact, replyKey: Uint8Array.fromHex(replyKey) }
  } catch (error) {
    if (isNotSealedSo(error)) return undefined
    throw error
  }
}
