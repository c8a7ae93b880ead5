/** Makes valid input for tests of the stores: matched responses to seal, and rows that look sealed without a key. */
import { createHash, randomBytes } from "node:crypto"
import type { Arrival } from "../../db/collection/append.ts"
import { suite } from "../../db/collection/suite.ts"
import type { SealedRow } from "../../db/sealed-row.ts"
import type { Matched, Sealed } from "../../policy/response/stage.ts"

export const newKeyPair = async () => {
  const { publicKey, privateKey } = await suite.kem.generateKeyPair()
  return {
    publicKey: new Uint8Array(await suite.kem.serializePublicKey(publicKey)),
    privateKey: new Uint8Array(await suite.kem.serializePrivateKey(privateKey)),
  }
}

export const matched = (answer: string, form: Matched["form"] = "9-12"): Matched =>
  ({ form, answers: { "how-are-you": answer }, geography: "not-asked" }) as unknown as Matched

/** Derives the nonce from the id, so that tests find the row; the rest is random, as in a real retry. */
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
