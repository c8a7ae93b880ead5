/** The one HPKE suite (RFC 9180) and the labels that bind a sealed response to its form and its day. */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256 } from "@hpke/core"
import { NodeHkdfSha256 } from "./hkdf.ts"

export const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new NodeHkdfSha256(),
  aead: new Aes256Gcm(),
})

export const aead = "aes-256-gcm"
export const keyLength = 32
export const nonceLength = 12
export const tagLength = 16

/** Sealed lengths come in steps of this, so that a length does not say who wrote much. */
export const block = 512

const bytes = new TextEncoder()

export const info = (day: string) => bytes.encode(`the-big-ask/collection/${day}`)
export const exporterContext = bytes.encode("the-big-ask/collection/group-key")
export const associatedData = (form: string, day: string) => bytes.encode(`${form}|${day}`)
