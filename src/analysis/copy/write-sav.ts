/** Writes a working copy for SPSS (.sav, compressed by bytecode): labels, user-missing codes and sets of choices. */
import { firstMissing } from "../../../surveys/codebook/missing.ts"
import { blockSize, type CopyColumn, type CopyContent, isCoded, title } from "./copy-column.ts"
import { cutText, LittleEndian } from "./little-endian.ts"

const lastMissing = 99
/** A code is written as itself and 100. */
const bias = 100
const aNumberFollows = 253
const noNumber = 255
const space = 0x20

const shortName = (at: number): string => `V${at + 1}`

const padded = (out: LittleEndian, bytes: Uint8Array, to: number, fill: number, before = 0): LittleEndian =>
  out.bytes(bytes).bytes(new Uint8Array((to - ((bytes.length + before) % to)) % to).fill(fill))

const dateOf = (civil: string): string => {
  const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")
  const [year = "", month = "", day = ""] = civil.split("-")
  return `${day} ${months[Number(month) - 1]} ${year.slice(2)}`
}

const variable = (out: LittleEndian, column: CopyColumn, at: number): void => {
  const { entry } = column
  const isMissing = entry.values.some(({ missing }) => missing !== undefined)
  const label = cutText(entry.label, 255)
  // F3.0 for codes, F12.6 for numbers; -2 announces a range of user-missing codes.
  const format = isCoded(column) ? 0x050300 : 0x050c06
  out
    .int32(2, 0, 1, isMissing ? -2 : 0, format, format)
    .field(shortName(at), 8, space)
    .int32(label.length)
  padded(out, label, 4, 0)
  if (isMissing) out.float64(firstMissing, lastMissing)
}

const valueLabels = (out: LittleEndian, { entry }: CopyColumn, at: number): void => {
  if (entry.values.length === 0) return
  out.int32(3, entry.values.length)
  for (const { code, words } of entry.values) {
    const label = cutText(words, 120)
    padded(out.float64(code).bytes(Uint8Array.of(label.length)), label, 8, space, 1)
  }
  out.int32(4, 1, at + 1)
}

const record = (out: LittleEndian, subtype: number, bytes: Uint8Array): void => {
  out.int32(7, subtype, 1, bytes.length).bytes(bytes)
}

const setsOf = (columns: readonly CopyColumn[]): string =>
  [...new Set(columns.flatMap(({ entry }) => entry.set ?? []))]
    .map((set) => {
      const members = columns.flatMap(({ entry }, at) => (entry.set === set ? [shortName(at).toLowerCase()] : []))
      const question = columns.find(({ entry }) => entry.set === set)?.entry.asked[0]?.wording ?? set
      const label = cutText(question, 120)
      return `$${set}=D1 1 ${label.length} ${new TextDecoder().decode(label)} ${members.join(" ")}\n`
    })
    .join("")

const dictionary = ({ columns, rows, madeOn }: CopyContent): Uint8Array => {
  const out = new LittleEndian()
  out.field("$FL2", 4, space).field("@(#) SPSS DATA FILE The Big Ask", 60, space)
  out.int32(2, columns.length, 1, 0, rows).float64(bias).field(dateOf(madeOn), 9, space).field("00:00:00", 8, space)
  out.field(title, 64, space).zeros(3)
  columns.forEach((column, at) => {
    variable(out, column, at)
  })
  columns.forEach((column, at) => {
    valueLabels(out, column, at)
  })
  out.int32(7, 3, 4, 8, 1, 0, 0, -1, 1, 1, 2, 65_001)
  out.int32(7, 4, 8, 3).float64(-Number.MAX_VALUE, Number.MAX_VALUE, -1.7976931348623155e308)
  const encoder = new TextEncoder()
  const sets = setsOf(columns)
  if (sets !== "") record(out, 7, encoder.encode(sets))
  out.int32(7, 11, 4, columns.length * 3, ...columns.flatMap((column) => [isCoded(column) ? 1 : 3, 8, 0]))
  record(out, 13, encoder.encode(columns.map(({ entry }, at) => `${shortName(at)}=${entry.name}`).join("\t")))
  record(out, 20, encoder.encode("UTF-8"))
  return out.int32(999, 0).whole
}

/** Eight bytes of code at a time; the numbers that they announce follow them. */
function* dataOf({ columns, rows }: CopyContent): Generator<Uint8Array> {
  const group = 8
  const codes = new Uint8Array(group)
  const numbers: number[] = []
  let block = Buffer.alloc(blockSize)
  let [at, filled] = [0, 0]
  const flush = (): void => {
    block.set(codes, at)
    at += group
    for (const number of numbers) at = block.writeDoubleLE(number, at)
    numbers.length = 0
    filled = 0
  }
  for (let row = 0; row < rows; row++)
    for (const column of columns) {
      if (isCoded(column)) codes[filled++] = (column.codes[row] ?? 0) + bias
      else {
        const number = column.numbers[row] ?? Number.NaN
        if (Number.isNaN(number)) codes[filled++] = noNumber
        else {
          codes[filled++] = aNumberFollows
          numbers.push(number)
        }
      }
      if (filled < group) continue
      flush()
      if (at < blockSize - group * (group + 1)) continue
      yield block.subarray(0, at)
      block = Buffer.alloc(blockSize)
      at = 0
    }
  if (filled > 0) {
    codes.fill(0, filled)
    flush()
  }
  yield block.subarray(0, at)
}

export function* savOf(content: CopyContent): Generator<Uint8Array> {
  yield dictionary(content)
  yield* dataOf(content)
}
