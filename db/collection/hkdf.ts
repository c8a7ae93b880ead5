/** HKDF-SHA256 (RFC 5869) on Node's own HMAC: through WebCrypto each of its steps would go to another thread and back. */
import { createHmac } from "node:crypto"
import { HkdfSha256 } from "@hpke/core"

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
