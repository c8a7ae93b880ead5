/** Defines one column of a working copy: codes of the codebook, or the numbers of a weight. */
import type { Entry } from "../../../surveys/codebook/codebook.ts"

export interface CodedColumn {
  readonly entry: Entry
  readonly codes: Uint8Array
}

export interface NumberColumn {
  readonly entry: Entry
  /** NaN for a child without one. */
  readonly numbers: Float64Array
}

export type CopyColumn = CodedColumn | NumberColumn

export const isCoded = (column: CopyColumn): column is CodedColumn => "codes" in column

/** The input of a writer of files. */
export interface CopyContent {
  readonly columns: readonly CopyColumn[]
  readonly rows: number
  /** A civil date. */
  readonly madeOn: string
}

export const title = "The Big Ask: answers of children in England"

/** Bytes in one write. */
export const blockSize = 1 << 20
