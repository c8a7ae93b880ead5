/** Keeps weights in the data folder; the ledger holds the digest of each, so that a changed weight is not used. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect, Option, Schema } from "effect"
import type { Evidence } from "../../../db/evidence/evidence.ts"
import { canonicalJson } from "../../../policy/record/canonical-json.ts"
import { type Digest, digestOf } from "../../../policy/record/digest.ts"
import { Weight, weightName } from "./weight.ts"

const folderIn = (dataDir: string): string => join(dataDir, "weights")
const fileOf = (dataDir: string, name: string): string => join(folderIn(dataDir), `${name}.json`)

const decode = Schema.decodeUnknownOption(Schema.fromJsonString(Weight))

export class NoSuchWeight extends Schema.TaggedError<NoSuchWeight>()("NoSuchWeight", { reason: Schema.String }) {
  override get message() {
    return `${this.reason} Nothing was weighted. See: ask -- weights list`
  }
}

export const isWeightHere = (dataDir: string, name: string): boolean => existsSync(fileOf(dataDir, name))

export const weightDigest = (weight: Weight): Digest => digestOf(canonicalJson(weight))

/** A new name: a weight that figures were made with is never replaced. */
export const keepWeight = (dataDir: string, weight: Weight): void => {
  const file = fileOf(dataDir, weight.name)
  mkdirSync(folderIn(dataDir), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.part`, canonicalJson(weight), { mode: 0o600, flush: true })
  renameSync(`${file}.part`, file)
}

export const weightNames = (dataDir: string): readonly string[] =>
  existsSync(folderIn(dataDir))
    ? readdirSync(folderIn(dataDir))
        .flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -".json".length)] : []))
        .filter((name) => weightName.test(name))
        .toSorted()
    : []

/** Only a weight that the ledger records. */
export const readWeight = Effect.fnUntraced(function* (
  evidence: Pick<Evidence["Service"], "bodiesOf">,
  dataDir: string,
  name: string,
) {
  const refuse = (reason: string) => new NoSuchWeight({ reason })
  if (!weightName.test(name) || !isWeightHere(dataDir, name)) return yield* refuse(`There is no weight ${name}.`)
  const weight = Option.getOrUndefined(decode(readFileSync(fileOf(dataDir, name), "utf8")))
  if (weight === undefined) return yield* refuse(`The file of the weight ${name} is damaged.`)
  const digest = weightDigest(weight)
  const made = yield* evidence.bodiesOf("weight-made")
  return made.some((each) => each.weight === digest)
    ? weight
    : yield* refuse(`The ledger does not record the weight ${name} as it is now.`)
})
