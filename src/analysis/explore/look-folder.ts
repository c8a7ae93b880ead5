/** Keeps what was looked at, by whom and why; the ledger holds the digest of each. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Option, Schema } from "effect"
import { PersonId } from "../../../policy/capability/member.ts"
import { Day } from "../../../policy/civil-day.ts"
import { canonicalJson } from "../../../policy/record/canonical-json.ts"
import { type Digest, digestOf } from "../../../policy/record/digest.ts"
import { Reason } from "../../../policy/record/reason.ts"

export const LookCard = Schema.Struct({
  person: PersonId,
  purpose: Reason,
  rows: Schema.Array(Schema.String),
  columns: Schema.optionalKey(Schema.String),
  weight: Schema.optionalKey(Schema.String),
  base: Schema.String,
  on: Day,
})
export type LookCard = typeof LookCard.Type

const decode = Schema.decodeUnknownOption(Schema.fromJsonString(LookCard))

const fileOf = (dataDir: string, id: string): string => join(dataDir, "looks", `${id}.json`)

export const lookDigest = (card: LookCard): Digest => digestOf(canonicalJson(card))

/** The same look on the same day is one card. */
export const keepLookCard = (dataDir: string, card: LookCard): void => {
  mkdirSync(join(dataDir, "looks"), { recursive: true, mode: 0o700 })
  writeFileSync(fileOf(dataDir, lookDigest(card)), canonicalJson(card), { mode: 0o600, flush: true })
}

/** `undefined` where the card is gone or was changed. */
export const readLookCard = (dataDir: string, id: Digest): LookCard | undefined => {
  if (!existsSync(fileOf(dataDir, id))) return undefined
  const card = Option.getOrUndefined(decode(readFileSync(fileOf(dataDir, id), "utf8")))
  return card !== undefined && lookDigest(card) === id ? card : undefined
}
