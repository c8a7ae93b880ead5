/** Searches in which every possible postcode is live, so that a few megabytes of random bytes stand for gigabytes. */
import { decodingsOf } from "../../db/residue/decodings.ts"
import type { Finding } from "../../db/residue/finding.ts"
import { type IsLive, postcodesIn } from "../../db/residue/postcodes.ts"
import { inDecoding } from "../../db/residue/search.ts"
import type { Edges } from "../../db/residue/text-context.ts"

const isPossible: IsLive = (postcode) => /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(postcode)
const withSeparator = /[a-z]{1,2}\d[a-z\d]?[ +_-]\d[a-z]{2}/gi

export const everyPostcode = () =>
  Object.assign(
    (bytes: Buffer, edges: Edges): readonly Finding[] => [
      ...postcodesIn(bytes, isPossible, edges),
      ...[...decodingsOf(bytes)].flatMap((decoding) => inDecoding(decoding, isPossible)),
    ],
    { candidates: (bytes: Buffer): number => [...bytes.toString("latin1").matchAll(withSeparator)].length },
  )
