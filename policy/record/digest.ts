/** Identifies a document or a set of rows without holding any of its content. */
import { createHash } from "node:crypto"
import { Schema } from "effect"

/** SHA-256, in lower-case hexadecimal. */
export const Digest = Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/)).pipe(Schema.brand("Digest"))
export type Digest = typeof Digest.Type

export const digestOf = (text: string): Digest => createHash("sha256").update(text).digest("hex") as Digest
