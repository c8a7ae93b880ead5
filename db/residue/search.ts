/** Searches bytes for everything that must be nowhere: in a text, in each encoding of it, and in sealed bytes. */
import { gazetteerOf } from "../geography/imported.ts"
import type { Index } from "../geography/index-file.ts"
import { madeUp, postcodes as madeUpPostcodes } from "../geography/made-up.ts"
import { postcodesIn as indexPostcodes } from "../geography/register-index.ts"
import { type Decoding, decodingsOf } from "./decodings.ts"
import type { Finding } from "./finding.ts"
import { idsIn, keptRowsIn } from "./kept-rows.ts"
import { wordsIn } from "./planted-words.ts"
import {
  type DigestIndex,
  type DigestTable,
  digestIndexOf,
  digestsIn,
  digestTableOf,
  isDigestOf,
} from "./postcode-digests.ts"
import { type IsLive, isPostcode, postcodesIn } from "./postcodes.ts"
import { sealedRowsIn } from "./sealed-rows.ts"
import type { Edges } from "./text-context.ts"

export interface SearchOptions {
  readonly words: readonly string[]
  /** The imported geography; without one the scan looks for the made-up postcodes of a rehearsal. */
  readonly index: Index | undefined
  /** The digests of the live postcodes of that geography. */
  readonly digests: DigestIndex
  /** Days whose private keys are destroyed. */
  readonly days: readonly string[]
  /** Days whose answers were destroyed, and so may be in no store any more. */
  readonly ended?: readonly string[]
  /** The random ids of responses that were destroyed just now, 16 bytes each. */
  readonly ids?: Uint8Array
}

export interface Search {
  /** Everything: for a text, a cell, or a file of an unknown format. */
  readonly everything: (bytes: Buffer, edges: Edges) => readonly Finding[]
  /** The same without digests, which a store's cells are searched for: its pages are mostly sealed bytes. */
  readonly pages: (bytes: Buffer, edges: Edges) => readonly Finding[]
  /** Planted words and sealed rows alone: for the content of a sealed file. */
  readonly sealed: (bytes: Buffer) => readonly Finding[]
}

/** Upper case, without spaces. */
export const livePostcodes = (index: Index | undefined): readonly string[] =>
  index === undefined ? [...madeUpPostcodes.keys()].map((each) => each.replace(" ", "")) : indexPostcodes(index, "live")

export const searchOptions = (
  options: Omit<SearchOptions, "digests">,
  kept: DigestTable | undefined = undefined,
): SearchOptions => ({ ...options, digests: digestIndexOf(kept ?? digestTableOf(livePostcodes(options.index))) })

const all: Edges = { begins: true, ends: true }
const inside: Edges = { begins: false, ends: false }

/** Shorter text is an encoded postcode only as a whole. */
const shortestText = 12

const isText = (bytes: Buffer): boolean =>
  bytes.length >= shortestText && /^[\t\n\r\x20-\x7e]*$/.test(bytes.toString("latin1"))

export const inDecoding = ({ bytes, isCertain }: Decoding, isLive: IsLive): readonly Finding[] => {
  if (isCertain || isText(bytes)) return postcodesIn(bytes, isLive, all)
  if (isPostcode(bytes, isLive)) return [{ what: "postcode", at: 0, length: bytes.length, encoding: "" }]
  return postcodesIn(bytes, isLive, inside)
}

export const searchOf = ({ words, index, digests: digestIndex, days, ended = [], ids }: SearchOptions): Search => {
  const { find } = index === undefined ? madeUp : gazetteerOf(index)
  const isLive: IsLive = (postcode) => find(postcode)?.live === true
  const plantedWords = words.length === 0 ? () => [] : wordsIn(words)
  const digests = digestsIn(digestIndex, (bytes) => isDigestOf(livePostcodes(index))(bytes))

  const digestFindings = (bytes: Buffer, encoding: string, from: (at: number) => number): readonly Finding[] =>
    digests(bytes).map((at) => ({ what: "postcode", at: from(at), length: from(at + 32) - from(at), encoding }))

  const destroyedIds = ids === undefined ? () => [] : idsIn(ids)
  const sealed = (bytes: Buffer): readonly Finding[] => [
    ...plantedWords(bytes),
    ...sealedRowsIn(bytes, days),
    ...keptRowsIn(bytes, ended),
    ...destroyedIds(bytes),
  ]

  const pages = (bytes: Buffer, edges: Edges): readonly Finding[] => {
    const findings: Finding[] = [...sealed(bytes), ...postcodesIn(bytes, isLive, edges)]
    for (const decoding of decodingsOf(bytes)) {
      const { encoding, from, bytes: decoded } = decoding
      for (const { what, at, length } of inDecoding(decoding, isLive))
        findings.push({ what, at: from(at), length: from(at + length) - from(at), encoding })
      findings.push(...digestFindings(decoded, `SHA-256, ${encoding}`, from))
    }
    return findings
  }

  return {
    sealed,
    pages,
    everything: (bytes, edges) => [...pages(bytes, edges), ...digestFindings(bytes, "SHA-256, UTF-8", (at) => at)],
  }
}
