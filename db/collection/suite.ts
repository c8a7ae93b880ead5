/** Defines the one HPKE suite (RFC 9180) and the labels that bind a sealed response to its form and its day. */
import { createHmac } from "node:crypto"
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256, HpkeError } from "@hpke/core"

type Bytes = ArrayBufferLike | ArrayBufferView

const hashLength = 32

const view = (bytes: Bytes): Uint8Array =>
  ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes)

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

const hmac = (key: Bytes, ...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHmac("sha256", view(key))
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Computes HKDF-SHA-256 (RFC 5869) with Node's HMAC, because WebCrypto sends every step to another thread and back. */
export class NodeHkdfSha256 extends HkdfSha256 {
  override async extract(salt: Bytes, ikm: Bytes): Promise<ArrayBuffer> {
    return bufferOf(hmac(salt, view(ikm)))
  }

  override async expand(prk: Bytes, info: Bytes, length: number): Promise<ArrayBuffer> {
    const blocks: Buffer[] = []
    for (let count = 1; (count - 1) * hashLength < length; count++)
      blocks.push(hmac(prk, blocks.at(-1) ?? new Uint8Array(), view(info), Uint8Array.of(count)))
    return bufferOf(Buffer.concat(blocks).subarray(0, length))
  }
}

export const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new NodeHkdfSha256(),
  aead: new Aes256Gcm(),
})

export const aead = "aes-256-gcm"

export const keyLength = 32

export const nonceLength = 12

export const tagLength = 16

/** Pads to multiples of this, so that a length does not show who wrote a long answer. */
export const block = 512

const bytes = new TextEncoder()

export const info = (day: string) => bytes.encode(`the-big-ask/collection/${day}`)

export const exporterContext = bytes.encode("the-big-ask/collection/group-key")

export const associatedData = (form: string, day: string) => bytes.encode(`${form}|${day}`)

/** Whether an error says that bytes were not sealed with this key and these labels; any other error is a defect. */
export const isNotSealedSo = (error: unknown): boolean => {
  if (error instanceof HpkeError) return true
  if (!(error instanceof Error)) return false
  if ("code" in error) return /^ERR_(?:CRYPTO|OSSL|INVALID_ARG)_/.test(String(error.code))
  return error.message === "Unsupported state or unable to authenticate data"
}
