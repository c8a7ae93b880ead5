/** Holds the trained weights: one signed byte for each label and bucket, and the scale of each label. */
import { Effect } from "effect"
import { DetectorDataRefused } from "../lexicon/tables.ts"
import { buckets } from "./hash.ts"

/** Nothing of note, a person, a place, a school. */
export const labels = ["O", "P", "L", "S"] as const
export type Label = (typeof labels)[number]

/** Rises with every change of features, labels or layout: other weights are refused. */
const weightsVersion = 1

export interface Weights {
  readonly scale: number
  /** By bucket, then by label. */
  readonly values: Int8Array
}

const magic = 0x54414731
const header = 16

export const encodeWeights = ({ scale, values }: Weights): Uint8Array => {
  const bytes = new Uint8Array(header + values.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic)
  view.setUint32(4, weightsVersion)
  view.setFloat64(8, scale)
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.length), header)
  return bytes
}

export const decodeWeights = Effect.fnUntraced(function* (bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isOurs =
    bytes.length === header + buckets * labels.length &&
    view.getUint32(0) === magic &&
    view.getUint32(4) === weightsVersion
  if (!isOurs)
    return yield* new DetectorDataRefused({
      message:
        "The weights of the text detector are of another version. No text was read. Restore policy/free-text/data/weights.bin from the repository.",
    })
  const weights: Weights = { scale: view.getFloat64(8), values: new Int8Array(bytes.slice(header).buffer) }
  return weights
})
