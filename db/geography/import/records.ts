/** Reads a published list of any make as CSV: strictly, by the names of its columns, with the line of each record. */
import { isUtf8 } from "node:buffer"
import { CsvError, parse } from "csv-parse/sync"
import { refuse } from "./refused.ts"
import { brokenOff, type Source } from "./source.ts"

export interface Fields {
  readonly line: number
  /** Empty where the file leaves it so. */
  readonly get: (column: number) => string
}

/** More than any such list; the vast files are read as lines. */
const mostBytes = 200_000_000

const whole = async (source: Source): Promise<Buffer> => {
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

/** The register of schools is published in the older encoding of Windows. */
const decoded = (bytes: Buffer): string =>
  isUtf8(bytes) ? bytes.toString("utf8") : new TextDecoder("windows-1252").decode(bytes)

export const recordsOf = async (source: Source): Promise<readonly Fields[]> => {
  const text = decoded(await whole(source))
  const lines: Fields[] = []
  if (!text.endsWith("\n"))
    throw refuse("the last line is not ended: the file looks cut off", {
      file: source.name,
      line: text.split("\n").length,
    })
  try {
    parse(text, {
      bom: true,
      on_record: (record: readonly string[], { lines: line }) => {
        if (line > 1) lines.push({ line, get: (column) => record[column]?.trim() ?? "" })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw refuse("the line is not CSV as its header is: its fields do not add up", {
      file: source.name,
      line: Number(error["lines"]) || 1,
    })
  }
  return lines
}
