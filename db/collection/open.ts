/** Opens a sealed response with its own day's private key, and only if it is exactly as it was sealed. */
import { createDecipheriv } from "node:crypto"
import { Effect, Schema } from "effect"
import type { SealedRow } from "../sealed-row.ts"
import { UnexpectedError } from "../unexpected-error.ts"
import { rowKeyOpener } from "./row-key.ts"
import { aead, associatedData, isNotSealedSo, tagLength } from "./suite.ts"

/** The opened value: outside input, which its reader must decode. */
export type Opened = unknown

export class CannotOpen extends Schema.TaggedError<CannotOpen>()("CannotOpen", { day: Schema.String }) {
  override get message() {
    return `A response of ${this.day} does not open. It was left in the collection: it was altered, or the key belongs to another day.`
  }
}

export type Opener = (row: SealedRow) => Effect.Effect<Opened, CannotOpen>

/** Opens rows with one private key; `forget` wipes it. */
export const openerOf = (privateKey: Uint8Array): { readonly open: Opener; readonly forget: () => void } => {
  const own = Uint8Array.from(privateKey)
  const keyOf = rowKeyOpener(own)
  const forget = () => void own.fill(0)
  const open: Opener = (row) =>
    Effect.try({
      try: () => unsealWith(row, keyOf(row.encapsulated, row.day)),
      catch: (error) => {
        if (isNotSealedSo(error) || error instanceof SyntaxError) return new CannotOpen({ day: row.day })
        throw new UnexpectedError(error)
      },
    })
  return { open, forget }
}

export const openRow = (row: SealedRow, privateKey: Uint8Array): Effect.Effect<Opened, CannotOpen> => {
  const { open, forget } = openerOf(privateKey)
  return Effect.ensuring(open(row), Effect.sync(forget))
}

const unsealWith = (row: SealedRow, key: Uint8Array): Opened => {
  try {
    return unseal(row, key)
  } finally {
    key.fill(0)
  }
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
