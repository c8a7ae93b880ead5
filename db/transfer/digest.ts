/** A digest of responses in any order, which only the holder of their day's private key can make or try guesses against. */
import { createHash, createHmac } from "node:crypto"
import type { SealedRow } from "../collection/schema.ts"

const modulus = 2n ** 256n

export const noResponses = "0".repeat(64)

const hex = (sum: bigint): string => sum.toString(16).padStart(64, "0")

/** The sum of two digests is the digest of both together. */
export const plus = (one: string, other: string): string => hex((BigInt(`0x${one}`) + BigInt(`0x${other}`)) % modulus)

/** Of canonical responses; adding, and not combining bit by bit, shows that one is there twice. */
export const digesterOf = (privateKey: Uint8Array): ((responses: Iterable<string>) => string) => {
  const key = createHmac("sha256", privateKey).update("the-big-ask/transfer/digest").digest()
  return (responses) => {
    let sum = 0n
    for (const each of responses) sum += BigInt(`0x${createHmac("sha256", key).update(each).digest("hex")}`)
    return hex(sum % modulus)
  }
}

/** Of a row as it lies sealed, with what it is bound to; of all these only the last has no fixed length. */
export const sealedDigest = ({ form, day, encapsulated, nonce, ciphertext }: SealedRow): Buffer =>
  createHash("sha256").update(`${form}|${day}|`).update(encapsulated).update(nonce).update(ciphertext).digest()
