/** Reads the named columns of a CSV text into microdata, quotes and all, and says which column is missing. */
import { Effect } from "effect"
import { type ColumnWriter, columnWriter, type Microdata } from "./microdata.ts"
import { TableRefused } from "./refused.ts"

/** The fields of one record from `start`, and where the next begins. */
const quotedRecord = (text: string, start: number): { readonly fields: readonly string[]; readonly next: number } => {
  const fields: string[] = []
  let field = ""
  let at = start
  for (let quoted = false; at < text.length; at++) {
    const sign = text[at]
    if (quoted) {
      if (sign !== '"') field += sign
      else if (text[at + 1] === '"') {
        field += sign
        at++
      } else quoted = false
    } else if (sign === '"' && field === "") quoted = true
    else if (sign === ",") {
      fields.push(field)
      field = ""
    } else if (sign === "\n") break
    else if (sign !== "\r") field += sign
  }
  return { fields: [...fields, field], next: at + 1 }
}

const record = (text: string, start: number): { readonly fields: readonly string[]; readonly next: number } => {
  const found = text.indexOf("\n", start)
  const end = found === -1 ? text.length : found
  const line = text.slice(start, text[end - 1] === "\r" ? end - 1 : end)
  return line.includes('"') ? quotedRecord(text, start) : { fields: line.split(","), next: end + 1 }
}

export const microdataFrom = Effect.fnUntraced(function* (text: string, wanted: readonly string[]) {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const head = record(bare, 0)
  const places = wanted.map((name) => head.fields.indexOf(name))
  const missing = wanted.find((_, at) => places[at] === -1)
  if (missing !== undefined) return yield* new TableRefused({ reason: `There is no column ${missing}.` })
  const writers: readonly ColumnWriter[] = wanted.map(columnWriter)
  let rows = 0
  for (let at = head.next; at < bare.length; ) {
    const { fields, next } = record(bare, at)
    at = next
    if (fields.length === 1 && fields[0] === "") continue
    if (fields.length !== head.fields.length)
      return yield* new TableRefused({ reason: `Record ${rows + 1} has not as many fields as the first line names.` })
    rows++
    for (let each = 0; each < writers.length; each++) writers[each]?.add(fields[places[each] ?? 0] ?? "")
  }
  if (rows === 0) return yield* new TableRefused({ reason: "There is no record to tabulate." })
  return { rows, columns: writers.map((writer) => writer.column()) } satisfies Microdata
})
