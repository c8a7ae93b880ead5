/** Derives the stored hash of a random reference and the key of its letters: neither leads to the other, or back. */
import { hkdfSync, randomBytes } from "node:crypto"

/** 128 bits. */
const referenceLength = 16
const derivedLength = 32

const derived = (reference: Uint8Array, label: string): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", reference, new Uint8Array(), `the-big-ask/complaint/${label}`, derivedLength))

export interface Reference {
  /** What the sender keeps: 32 letters and digits in groups of four. */
  readonly words: string
  /** The only part that is stored. */
  readonly hash: Uint8Array
  /** Seals and opens the letters to the sender. */
  readonly replyKey: Uint8Array
}

const referenceOf = (bytes: Uint8Array): Reference => ({
  words: bytes.toHex().replaceAll(/(.{4})(?=.)/g, "$1-"),
  hash: derived(bytes, "hash"),
  replyKey: derived(bytes, "reply-key"),
})

export const newReference = (): Reference => referenceOf(randomBytes(referenceLength))

/** However it is typed: in capitals, with spaces or without dashes, and with an O for a nought. `undefined` unless it is whole. */
export const readReference = (typed: string): Reference | undefined => {
  const digits = typed
    .slice(0, 200)
    .toLowerCase()
    .replaceAll(/[\s\p{Dash_Punctuation}]/gu, "")
    .replaceAll("o", "0")
    .replaceAll(/[il]/g, "1")
  return /^[0-9a-f]{32}$/.test(digits) ? referenceOf(Uint8Array.fromHex(digits)) : undefined
}
