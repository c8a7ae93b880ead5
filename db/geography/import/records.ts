/** Reads a published list as strict CSV, with the line number of each record. */
import { isUtf8 } from "node:buffer"
import { readCsv } from "../../../policy/disclosure/tables/csv-records.ts"
import { refuse } from "./refusal.ts"
import { brokenOff, type Source } from "./source.ts"

export interface Fields {
  readonly line: number
  /** Empty where the file has no value. */
  readonly get: (column: number) => string
}

/** More than any such list has; the large postcode files are read line by line. */
const mostBytes = 200_000_000

const readAll = async (source: Source): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of await source.open()) {
      bytes += chunk.length
      if (bytes > mostBytes) throw refuse("the file is far larger than any such list", { file: source.name })
      chunks.push(chunk)
    }
  } catch (error) {
    throw brokenOff(error, source.name, lineAt(chunks))
  }
  return Buffer.concat(chunks)
}

const lineAt = (chunks: readonly Buffer[]): number => Buffer.concat(chunks).toString("latin1").split("\n").length

/** The register of schools is published in Windows-1252. */
const decoded = (bytes: Buffer): string =>
  isUtf8(bytes) ? bytes.toString("utf8") : new TextDecoder("windows-1252").decode(bytes)

export const recordsOf = async (source: Source): Promise<readonly Fields[]> => {
  const text = decoded(await readAll(source))
  const lines: Fields[] = []
  if (!text.endsWith("\n"))
    throw refuse("the last line has no end: the file looks cut off", {
      file: source.name,
      line: text.split("\n").length,
    })
  let isHeading = true
  const record = (fields: readonly string[], line: number): void => {
    if (!isHeading) lines.push({ line, get: (column) => fields[column]?.trim() ?? "" })
    isHeading = false
  }
  const fault = readCsv(text, record, { multiline: true })
  if (fault !== undefined) throw refuse(fault.because, { file: source.name, line: fault.line })
  return lines
}
