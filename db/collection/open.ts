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

export type Opener = (row: SealedRow) => Effect.Effect<Opened, CannotOpen>

/** Groups of rows share a key, which takes far longer to derive than to use; this many are remembered (some 20 MB). */
const remembered = 50_000

/** Opens with one private key; what is derived from it is wiped by `forget`. */
export const openerOf = (privateKey: Uint8Array): { readonly open: Opener; readonly forget: () => void } => {
  const groupKeys = new Map<string, Uint8Array>()
  const recipientKey = suite.kem.deserializePrivateKey(privateKey)
  // A key that is none fails whatever is opened with it, and nothing else.
  recipientKey.catch(() => undefined)
  const forget = () => {
    for (const key of groupKeys.values()) key.fill(0)
    groupKeys.clear()
  }
  const groupKeyOf = async ({ encapsulated, day }: SealedRow): Promise<Uint8Array> => {
    const name = `${day} ${Buffer.from(encapsulated).toString("base64")}`
    const known = groupKeys.get(name)
    if (known !== undefined) return known
    const recipient = await suite.createRecipientContext({
      recipientKey: await recipientKey,
      enc: encapsulated,
      info: info(day),
    })
    const key = new Uint8Array(await recipient.export(exporterContext, keyLength))
    if (groupKeys.size >= remembered) forget()
    groupKeys.set(name, key)
    return key
  }
  const open: Opener = (row) =>
    Effect.tryPromise({
      try: async () => unseal(row, await groupKeyOf(row)),
      catch: () => new CannotOpen({ day: row.day }),
    })
  return { open, forget }
}

export const openRow = (row: SealedRow, privateKey: Uint8Array): Effect.Effect<Opened, CannotOpen> => {
  const { open, forget } = openerOf(privateKey)
  return Effect.ensuring(open(row), Effect.sync(forget))
}

const unseal = (row: SealedRow, key: Uint8Array): Opened => {
  const end = row.ciphertext.length - tagLength
  const decipher = createDecipheriv(aead, key, row.nonce, { authTagLength: tagLength })
    .setAAD(associatedData(row.form, row.day))
    .setAuthTag(row.ciphertext.subarray(end))
  const plain = Buffer.concat([decipher.update(row.ciphertext.subarray(0, end)), decipher.final()])
  const opened: unknown = JSON.parse(plain.toString())
  plain.fill(0)
  return opened
}
