/** One sealed response is read back only with its own day's private key, and only as it was sealed. */
import { createDecipheriv } from "node:crypto"
import { Effect, Schema } from "effect"
import type { SealedRow } from "./schema.ts"
import { aead, associatedData, exporterContext, info, keyLength, suite, tagLength } from "./suite.ts"

/** What was sealed: checked again by whoever reads it, since a store is outside input. */
export type Opened = unknown

export class CannotOpen extends Schema.TaggedError<CannotOpen>()("CannotOpen", { day: Schema.String }) {
  override get message() {
    return `A response of ${this.day} does not open: it was altered, or the key is another day's.`
  }
}

export const openRow = (row: SealedRow, privateKey: Uint8Array): Effect.Effect<Opened, CannotOpen> =>
  Effect.tryPromise({ try: () => unseal(row, privateKey), catch: () => new CannotOpen({ day: row.day }) })

const unseal = async (row: SealedRow, privateKey: Uint8Array): Promise<Opened> => {
  const recipient = await suite.createRecipientContext({
    recipientKey: await suite.kem.deserializePrivateKey(privateKey),
    enc: row.encapsulated,
    info: info(row.day),
  })
  const key = new Uint8Array(await recipient.export(exporterContext, keyLength))
  const end = row.ciphertext.length - tagLength
  const decipher = createDecipheriv(aead, key, row.nonce, { authTagLength: tagLength })
    .setAAD(associatedData(row.form, row.day))
    .setAuthTag(row.ciphertext.subarray(end))
  const plain = Buffer.concat([decipher.update(row.ciphertext.subarray(0, end)), decipher.final()])
  const opened: unknown = JSON.parse(plain.toString())
  key.fill(0)
  plain.fill(0)
  return opened
}
