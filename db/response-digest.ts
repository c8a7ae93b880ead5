/** Computes a digest of responses that ignores their order; without their day's private key no one can compute or guess it. */
import { createHash, createHmac } from "node:crypto"
import type { SealedRow } from "./sealed-row.ts"

const modulus = 2n ** 256n

export const noResponses = "0".repeat(64)

const hex = (sum: bigint): string => sum.toString(16).padStart(64, "0")

/** Adds two digests, which gives the digest of both sets together. */
export const plus = (one: string, other: string): string => hex((BigInt(`0x${one}`) + BigInt(`0x${other}`)) % modulus)

/** Digests canonical responses. A sum, unlike an exclusive or, shows a response that is there twice. */
export const digesterOf = (privateKey: Uint8Array): ((responses: Iterable<string>) => string) => {
  const key = createHmac("sha256", privateKey).update("the-big-ask/transfer/digest").digest()
  return (responses) => {
    let sum = 0n
    for (const each of responses) sum += BigInt(`0x${createHmac("sha256", key).update(each).digest("hex")}`)
    return hex(sum % modulus)
  }
}

/** Digests a sealed row and its labels; only the last part has no fixed length, so the parts cannot be confused. */
export const sealedDigest = ({ form, day, encapsulated, nonce, ciphertext }: SealedRow): Buffer =>
  createHash("sha256").update(`${form}|${day}|`).update(encapsulated).update(nonce).update(ciphertext).digest()
