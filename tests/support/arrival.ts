/** Well-formed material for the store's tests: matched responses to seal, and sealed-looking rows that need no key. */
import { createHash, randomBytes } from "node:crypto"
import type { Arrival } from "../../db/collection/append.ts"
import type { SealedRow } from "../../db/collection/schema.ts"
import { suite } from "../../db/collection/suite.ts"
import type { Matched, Sealed } from "../../policy/stage.ts"

export const newKeyPair = async () => {
  const { publicKey, privateKey } = await suite.kem.generateKeyPair()
  return {
    publicKey: new Uint8Array(await suite.kem.serializePublicKey(publicKey)),
    privateKey: new Uint8Array(await suite.kem.serializePrivateKey(privateKey)),
  }
}

export const matched = (answer: string, form: Matched["form"] = "9-12"): Matched =>
  ({ form, answers: { "how-are-you": answer }, geography: "not-asked" }) as unknown as Matched

/** The nonce follows from the id, so that a row can be found again; the rest is new each time, as in a real retry. */
export const sealedLike = (id: string, change: Partial<SealedRow> = {}): Sealed => {
  const row: SealedRow = {
    form: "9-12",
    day: "2026-11-22",
    encapsulated: randomBytes(32),
    nonce: nonceOf(id),
    ciphertext: randomBytes(512 + 16),
    ...change,
  }
  return row as unknown as Sealed
}

export const nonceOf = (id: string): Uint8Array => createHash("sha256").update(id).digest().subarray(0, 12)

export const arrival = (id: string, change: Partial<SealedRow> = {}): Arrival => ({
  hash: createHash("sha256").update(`token of ${id}`).digest(),
  sealed: sealedLike(id, change),
})
