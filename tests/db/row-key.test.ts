/** Compares our HKDF with RFC 5869 and our keys with a library's, so that any HPKE (RFC 9180) opens our rows; gives every row its own key. */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core"
import { expect, test } from "vitest"
import { newRowKey, rowKeyOpener } from "../../db/collection/row-key.ts"
import { exporterContext, info, keyLength, NodeHkdfSha256 } from "../../db/collection/suite.ts"
import { newKeyPair } from "../support/arrival.ts"

const hex = (bytes: ArrayBuffer | Uint8Array): string => Buffer.from(new Uint8Array(bytes)).toString("hex")
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"))

test("our HKDF gives the values of RFC 5869, appendix A.1", async () => {
  const hkdf = new NodeHkdfSha256()
  const prk = await hkdf.extract(bytes("000102030405060708090a0b0c").buffer, bytes("0b".repeat(22)))
  expect(hex(prk)).toBe("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5")
  expect(hex(await hkdf.expand(prk, bytes("f0f1f2f3f4f5f6f7f8f9"), 42))).toBe(
    "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
  )
})

test("each row has a key of its own, equal to the key that the library derives", async () => {
  const plain = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
  const { publicKey, privateKey } = await newKeyPair()
  const recipientKey = await plain.kem.deserializePrivateKey(privateKey)
  const seen = new Set<string>()
  for (let row = 0; row < 5; row++) {
    const day = row < 3 ? "2026-11-22" : "2026-11-23"
    const { encapsulated, key } = newRowKey(day, publicKey)
    expect(hex(rowKeyOpener(privateKey)(encapsulated, day))).toBe(hex(key))
    const recipient = await plain.createRecipientContext({ recipientKey, enc: encapsulated, info: info(day) })
    expect(hex(await recipient.export(exporterContext, keyLength))).toBe(hex(key))
    seen.add(hex(key))
  }
  expect(seen.size).toBe(5)
})

test("an invalid private key opens nothing, and neither does an encapsulated key of small order", async () => {
  const { privateKey } = await newKeyPair()
  expect(() => rowKeyOpener(privateKey)(new Uint8Array(32), "2026-11-22")).toThrow()
  expect(() => rowKeyOpener(new Uint8Array(5))(new Uint8Array(32).fill(9), "2026-11-22")).toThrow()
})
