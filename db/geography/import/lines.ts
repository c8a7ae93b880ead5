/** Reads a postcode file, which is plain and vast, line by line: each has as many fields as the header, or the file is refused. */
import { StringDecoder } from "node:string_decoder"
import { refuse } from "./refused.ts"
import { brokenOff, type Source } from "./source.ts"

/** A byte-order mark, quotes around a field and the two ways to end a line mean nothing. */
const bare = (field: string): string =>
  field.charCodeAt(0) === 34 && field.charCodeAt(field.length - 1) === 34 ? field.slice(1, -1) : field

export const fieldsOf = (line: string): string[] => {
  const fields = line.replace(/^\uFEFF/, "").split(",")
  for (let at = 0; at < fields.length; at++) fields[at] = bare(fields[at] ?? "")
  return fields
}

/** Whole lines as they come; the last must be ended, since a file that is cut off ends anywhere. */
async function* wholeLines(source: Source): AsyncGenerator<readonly string[]> {
  const decoder = new StringDecoder("utf8")
  let rest = ""
  let line = 1
  try {
    for await (const chunk of await source.open()) {
      const lines = (rest + decoder.write(chunk)).split("\n")
      rest = lines.pop() ?? ""
      line += lines.length
      yield lines
    }
  } catch (error) {
    throw brokenOff(error, source.name, line)
  }
  if (rest !== "") throw refuse("the last line is not ended: the file looks cut off", { file: source.name, line })
}

/** The names of the columns, as written. */
export const headerOf = async (source: Source): Promise<readonly string[]> => {
  for await (const [first] of wholeLines(source)) if (first !== undefined) return fieldsOf(first.replace(/\r$/, ""))
  throw refuse("there is no header", { file: source.name, line: 1 })
}

export type Row = (fields: readonly string[], line: number) => void

/** Only the fields asked for are made bare, in the order asked for. */
export const eachLine = async (source: Source, asked: readonly number[], each: Row): Promise<number> => {
  let line = 0
  let columns = 0
  for await (const lines of wholeLines(source))
    for (const written of lines) {
      line++
      const all = (written.endsWith("\r") ? written.slice(0, -1) : written).split(",")
      if (line === 1) columns = all.length
      if (all.length !== columns) {
        const because = `${all.length} fields where the header has ${columns}`
        throw refuse(because, { file: source.name, line })
      }
      if (line > 1)
        each(
          asked.map((at) => bare(all[at] ?? "")),
          line,
        )
    }
  return line - 1
}
