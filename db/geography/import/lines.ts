/** Reads a large postcode file line by line; refuses it if a line has more or fewer fields than the header. */
import { StringDecoder } from "node:string_decoder"
import { readCsvLine } from "../../../policy/disclosure/tables/csv-records.ts"
import { refuse } from "./refusal.ts"
import { brokenOff, type Source } from "./source.ts"

/** Yields complete lines. The last must have an end, because an incomplete file stops anywhere. */
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
  if (rest !== "") throw refuse("the last line has no end: the file looks cut off", { file: source.name, line })
}

/** No such file has a field that goes over several lines. */
const fieldsOf = (source: Source, written: string, line: number): readonly string[] => {
  const fields = readCsvLine(written.endsWith("\r") ? written.slice(0, -1) : written)
  if ("because" in fields) throw refuse(fields.because, { file: source.name, line })
  return fields
}

export const headerOf = async (source: Source): Promise<readonly string[]> => {
  for await (const [first] of wholeLines(source)) {
    if (first === undefined) continue
    const written = first.replace(/^\uFEFF|\r$/g, "")
    const fields = readCsvLine(written)
    // A zip holds other files too: an odd one is not recognised, and so not read.
    return "because" in fields ? [written] : fields
  }
  throw refuse("there is no header", { file: source.name, line: 1 })
}

export type Row = (fields: readonly string[], line: number) => void

/** Hands over only the wanted fields, in that order, to save time on the others. */
export const eachLine = async (source: Source, wanted: readonly number[], each: Row): Promise<number> => {
  let line = 0
  let columns = 0
  for await (const lines of wholeLines(source))
    for (const written of lines) {
      line++
      const all = fieldsOf(source, written, line)
      if (line === 1) columns = all.length
      if (all.length !== columns) {
        const because = `${all.length} fields where the header has ${columns}`
        throw refuse(because, { file: source.name, line })
      }
      if (line > 1)
        each(
          wanted.map((at) => all[at] ?? ""),
          line,
        )
    }
  return line - 1
}
