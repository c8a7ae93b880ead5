/** Seals a group of matched responses in random order, so that only the private key of their day opens them. */
import { createCipheriv, randomBytes } from "node:crypto"
import type { Matched, Sealed } from "../../policy/response/stage.ts"
import type { SealedRow } from "../sealed-row.ts"
import { shuffle } from "../shuffle.ts"
import { newRowKey, type RowKey } from "./row-key.ts"
import { aead, associatedData, block, nonceLength } from "./suite.ts"

export interface SealedGroup {
  readonly sealed: Sealed[]
  /** `order[i]` is the index of `sealed[i]` in the given group. */
  readonly order: number[]
}

/**
 * Each row has an HPKE context of its own and is sealed under its exported secret (RFC 9180, 5.3): a shared context would
 * show which rows came together, and would stay in memory.
 */
export const sealGroup = (group: readonly Matched[], day: string, publicKey: Uint8Array): SealedGroup => {
  const order = shuffle(group.keys())
  const nonces = randomBytes(nonceLength * group.length)
  const sealed = order.flatMap((index, place) => {
    const matched = group[index]
    const nonce = nonces.subarray(place * nonceLength, (place + 1) * nonceLength)
    return matched === undefined ? [] : [sealRow(matched, day, newRowKey(day, publicKey), nonce)]
  })
  return { sealed, order }
}

const sealRow = (matched: Matched, day: string, { encapsulated, key }: RowKey, nonce: Uint8Array): Sealed => {
  const { form, answers, geography } = matched
  const plain = padded(JSON.stringify({ answers, form, geography }))
  const cipher = createCipheriv(aead, key, nonce).setAAD(associatedData(form, day))
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  plain.fill(0)
  key.fill(0)
  const row: SealedRow = { form, day, encapsulated, nonce, ciphertext }
  return row as Sealed
}

/** JSON may end in spaces, so the padding needs no length field. */
const padded = (json: string): Buffer => {
  const length = Buffer.byteLength(json)
  const plain = Buffer.alloc(Math.ceil(length / block) * block, " ")
  plain.write(json)
  return plain
}
