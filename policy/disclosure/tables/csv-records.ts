/** Reads CSV strictly, record by record, and names the line and the cause where a text is not CSV. Every reader of CSV uses it. */
import { CsvError, parse } from "csv-parse/sync"
import { Result } from "effect"

export interface CsvFault {
  readonly line: number
  readonly because: string
}

/** `line` is the last line of the record, from 1. */
export type VisitRecord = (fields: readonly string[], line: number) => void

export interface CsvOptions {
  /** Accepts a quoted field with a line break in it. Elsewhere such a field is the mark of a forgotten quote. */
  readonly multiline?: boolean
}

const causes: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quote is opened in this record and never closed",
  CSV_INVALID_CLOSING_QUOTE: "a quote closes in the middle of a field: an earlier quote of this record is not closed",
  INVALID_OPENING_QUOTE: "a quote is in the middle of a field: put the field in quotes and write the quote twice",
}

type Check = (fields: readonly string[], line: number) => CsvFault | undefined

/** Demands as many fields as the first line has, and leaves out blank lines where a record has more than one field. */
const checking = (visit: VisitRecord, { multiline = false }: CsvOptions): Check => {
  let columns: number | undefined
  return (fields, line) => {
    columns ??= fields.length
    if (columns > 1 && fields.length === 1 && fields[0] === "") return undefined
    if (fields.length !== columns)
      return { line, because: `${fields.length} fields where the first line has ${columns}` }
    if (!multiline && fields.some((field) => field.includes("\n")))
      return { line, because: "a quoted field goes over several lines: a quote before it is not closed" }
    visit(fields, line)
    return undefined
  }
}

/** Many times faster than the parser, and the same where no field is quoted. */
const readUnquoted = (text: string, check: Check): CsvFault | undefined => {
  let fault: CsvFault | undefined
  for (let at = 0, line = 1; at < text.length && fault === undefined; line++) {
    const found = text.indexOf("\n", at)
    const end = found === -1 ? text.length : found
    fault = check(text.slice(at, text[end - 1] === "\r" ? end - 1 : end).split(","), line)
    at = end + 1
  }
  return fault
}

const readQuoted = (text: string, check: Check): CsvFault | undefined => {
  let before = 0
  let fault: CsvFault | undefined
  const parsed = Result.try(() =>
    parse(text, {
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      on_record: (fields: readonly string[], { lines }) => {
        before = lines
        fault ??= check(fields, lines)
        return null
      },
    }),
  )
  if (fault !== undefined || Result.isSuccess(parsed)) return fault
  const because = parsed.failure instanceof CsvError ? causes[parsed.failure.code] : undefined
  if (because === undefined) throw parsed.failure
  return { line: before + 1, because }
}

/** Visits each record, the heading first. Returns the first fault; records after it are not visited. */
export const readCsv = (text: string, visit: VisitRecord, options: CsvOptions = {}): CsvFault | undefined => {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const isUnquoted = !bare.includes('"') && !/\r(?!\n)/.test(bare)
  return (isUnquoted ? readUnquoted : readQuoted)(bare, checking(visit, options))
}

/** Each field is without quotes, or in quotes without a quote or a comma in it. */
const simple = /^(?:"[^",]*"|[^",]*)(?:,(?:"[^",]*"|[^",]*))*$/

const unquoted = (field: string): string => (field.charCodeAt(0) === 34 ? field.slice(1, -1) : field)

/** Reads one line of a file too large for `readCsv`, or names its fault. */
export const readCsvLine = (line: string): readonly string[] | Pick<CsvFault, "because"> => {
  if (!line.includes('"')) return line.split(",")
  if (simple.test(line)) return line.split(",").map(unquoted)
  let record: readonly string[] = []
  const fault = readCsv(line, (fields) => {
    record = fields
  })
  return fault ?? record
}
