/** A group of matched responses leaves here shuffled, and readable only with the private key of its day. */
import { createCipheriv, randomBytes } from "node:crypto"
import type { Matched, Sealed } from "../../policy/stage.ts"
import { shuffled } from "../shuffled.ts"
import { type GroupKey, nextGroupKey } from "./group-key.ts"
import type { SealedRow } from "./schema.ts"
import { aead, associatedData, block, nonceLength } from "./suite.ts"

export interface SealedGroup {
  readonly sealed: Sealed[]
  /** `order[i]` is where `sealed[i]` stood in the group as it was given. */
  readonly order: number[]
}

/**
 * The group shares one HPKE context, but its rows are sealed under the context's exported secret (RFC 9180, 5.3) and not
 * by its own counter, because the writer may drop any row (a repeated token) and each that stays must open by itself.
 */
export const sealGroup = async (
  group: readonly Matched[],
  day: string,
  publicKey: Uint8Array,
): Promise<SealedGroup> => {
  const order = shuffled(group.keys())
  const { encapsulated, key } = await nextGroupKey(day, publicKey)
  const nonces = randomBytes(nonceLength * group.length)
  const sealed = order.flatMap((index, place) => {
    const matched = group[index]
    const nonce = nonces.subarray(place * nonceLength, (place + 1) * nonceLength)
    return matched === undefined ? [] : [sealRow(matched, day, { encapsulated, key }, nonce)]
  })
  key.fill(0)
  return { sealed, order }
}

const sealRow = (matched: Matched, day: string, { encapsulated, key }: GroupKey, nonce: Uint8Array): Sealed => {
  const { form, answers, geography } = matched
  const plain = padded(JSON.stringify({ answers, form, geography }))
  const cipher = createCipheriv(aead, key, nonce).setAAD(associatedData(form, day))
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  plain.fill(0)
  const row: SealedRow = { form, day, encapsulated, nonce, ciphertext }
  return row as Sealed
}

/** JSON may end in spaces, so the padding needs no length of its own. */
const padded = (json: string): Buffer => {
  const length = Buffer.byteLength(json)
  const plain = Buffer.alloc(Math.ceil(length / block) * block, " ")
  plain.write(json)
  return plain
}
