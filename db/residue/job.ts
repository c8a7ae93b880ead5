/** One piece of a scan's work: a range of bytes of a file, or the cells of a SQLite database. */
import type { FileFinding, Finding } from "./finding.ts"
import { blockOf } from "./read-blocks.ts"
import { freeTextColumns } from "./sealed-columns.ts"
import type { Search } from "./search.ts"
import { type Cell, cellsOf } from "./sqlite-cells.ts"

export type Job =
  | {
      readonly of: "bytes"
      readonly file: string
      readonly from: number
      readonly to: number
      readonly how: keyof Search
    }
  | { readonly of: "cells"; readonly file: string; readonly every: boolean }

export interface JobDone {
  readonly bytes: number
  readonly found: readonly FileFinding[]
}

/** Bytes that are searched at a time. */
const blockLength = 4 * 2 ** 20

const bytesDone = ({ file, from, to, how }: Extract<Job, { readonly of: "bytes" }>, search: Search): JobDone => {
  const found: FileFinding[] = []
  let bytes = 0
  for (let at = from; at < to; at += blockLength) {
    const segment = { file, from: at, to: Math.min(to, at + blockLength) }
    const block = blockOf(segment)
    for (const finding of search[how](block.bytes, block)) {
      const place = block.start + finding.at
      if (place >= segment.from && place < segment.to) found.push({ ...finding, file, at: place })
    }
    bytes += Math.max(0, Math.min(segment.to, block.start + block.bytes.length) - segment.from)
    if (block.ends) break
  }
  return { bytes, found }
}

const edges = { begins: true, ends: true }

/** The child's own words may contain a postcode, also encoded, until a person has cleaned them. */
const whatOf = (of: string, { what }: Finding): Finding["what"] =>
  what === "postcode" && freeTextColumns.has(of) ? "postcode in free text" : what

/** `file` is the name of the database. */
export const searchCell = ({ of, bytes }: Cell, file: string, search: Search): readonly FileFinding[] =>
  search.everything(bytes, edges).map((finding) => ({ ...finding, what: whatOf(of, finding), file: `${file}, ${of}` }))

export const doJob = (job: Job, search: Search): JobDone => {
  if (job.of === "bytes") return bytesDone(job, search)
  const found: FileFinding[] = []
  for (const cell of cellsOf(job.file, job.every)) found.push(...searchCell(cell, job.file, search))
  return { bytes: 0, found }
}
