/** Keeps the card of each working copy in the data folder; a card that the ledger does not know is not shown. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Option, Schema } from "effect"
import { type RecordedCopy, WorkingCopy } from "../../../policy/custody/working-copy.ts"
import { canonicalJson } from "../../../policy/record/canonical-json.ts"
import { digestOf } from "../../../policy/record/digest.ts"

const fileOf = (dataDir: string, id: string): string => join(dataDir, "working-copies", `${id}.json`)

const decode = Schema.decodeUnknownOption(Schema.fromJsonString(WorkingCopy))

export const keepCard = (dataDir: string, card: WorkingCopy): void => {
  const file = fileOf(dataDir, card.id)
  mkdirSync(join(dataDir, "working-copies"), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.part`, canonicalJson(card), { mode: 0o600, flush: true })
  renameSync(`${file}.part`, file)
}

/** `undefined` where the card is gone, damaged, or not the one that was recorded. */
export const readCard = (dataDir: string, { id, card }: RecordedCopy): WorkingCopy | undefined => {
  if (!existsSync(fileOf(dataDir, id))) return undefined
  const read = Option.getOrUndefined(decode(readFileSync(fileOf(dataDir, id), "utf8")))
  return read !== undefined && digestOf(canonicalJson(read)) === card ? read : undefined
}
