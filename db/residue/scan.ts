/** Looks at every byte of every file for what should be nowhere, and tells where it is, never what. */

import { gazetteerOf } from "../geography/imported.ts"
import type { Index } from "../geography/index-file.ts"
import { postcodesIn as listed } from "../geography/listed.ts"
import { madeUp, postcodes as madeUpPostcodes } from "../geography/made-up.ts"
import { digestsOf } from "./digests.ts"
import { filesUnder, piecesOf } from "./pieces.ts"
import { type IsLive, postcodesIn } from "./postcodes.ts"
import { sealedRowsIn } from "./sealed-rows.ts"
import type { Find, Found, Trace } from "./trace.ts"
import { viewsOf } from "./views.ts"
import { wordsIn } from "./words.ts"

export interface Sought {
  readonly words: readonly string[]
  /** The geography that was imported; without one, the made-up postcodes of a rehearsal. */
  readonly index: Index | undefined
  /** Days whose private keys are destroyed. */
  readonly days: readonly string[]
}

export interface Scanned {
  readonly found: readonly Found[]
  readonly unread: readonly string[]
  readonly files: number
  readonly bytes: number
}

const known = (index: Index | undefined): { readonly isLive: IsLive; readonly all: readonly string[] } => {
  const { find } = index === undefined ? madeUp : gazetteerOf(index)
  const all =
    index === undefined ? [...madeUpPostcodes.keys()].map((each) => each.replace(" ", "")) : listed(index, "live")
  return { isLive: (postcode) => find(postcode)?.live === true, all }
}

export const finderOf = ({ words, index, days }: Sought): Find => {
  const { isLive, all } = known(index)
  const planted = wordsIn(words)
  const digests = digestsOf(all)
  return (bytes) => {
    const found: Trace[] = [...planted(bytes), ...sealedRowsIn(bytes.toString("latin1"), days)]
    for (const { encoding, bytes: decoded, from } of viewsOf(bytes)) {
      for (const { at, length, what } of postcodesIn(decoded.toString("latin1"), isLive))
        found.push({ what, at: from(at), length: from(at + length) - from(at), encoding })
      for (const at of digests(decoded))
        found.push({
          what: "postcode",
          at: from(at),
          length: from(at + 32) - from(at),
          encoding: `SHA-256, ${encoding}`,
        })
    }
    return found
  }
}

/** `leftOut` are files and folders that are not looked into; what cannot be read is told. */
export const scan = (
  paths: readonly string[],
  find: Find,
  leftOut: readonly string[] = [],
  progress: (file: string, bytes: number) => void = () => undefined,
): Scanned => {
  const found: Found[] = []
  const unread: string[] = []
  let bytes = 0
  const files = paths.flatMap((path) => filesUnder(path, leftOut))
  for (const file of files)
    try {
      for (const piece of piecesOf(file)) {
        bytes += piece.bytes.length - piece.again
        for (const trace of find(piece.bytes))
          if (trace.at + trace.length > piece.again) found.push({ ...trace, file, at: piece.start + trace.at })
        progress(file, bytes)
      }
    } catch {
      unread.push(file)
    }
  return { found, unread, files: files.length, bytes }
}
