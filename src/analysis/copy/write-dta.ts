/** Writes a working copy for Stata (.dta, format 118): labels, and the missing codes as .a to .f. */
import { firstMissing } from "../../../surveys/codebook/missing.ts"
import { blockSize, type CopyColumn, type CopyContent, isCoded } from "./copy-column.ts"
import { LittleEndian } from "./little-endian.ts"

/** As a byte: `.` is 101 and `.a` 102. In a table of labels `.` is 2147483621. */
const [firstLetter, dotInLabels, dot] = [102, 2_147_483_621, 101]
const [byteType, doubleType] = [65_530, 65_526]
/** The double that Stata reads as `.`. */
const noNumber = 2 ** 1023

const asByte = (code: number): number => (code >= firstMissing ? code - firstMissing + firstLetter : code)

const asLabelled = (code: number): number => {
  const byte = asByte(code)
  return byte > 100 ? dotInLabels + (byte - dot) : byte
}

const within = (out: LittleEndian, tag: string, fill: () => void): number => {
  const at = out.size
  out.text(`<${tag}>`)
  fill()
  out.text(`</${tag}>`)
  return at
}

const stampOf = (civil: string): string => {
  const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")
  const [year = "", month = "", day = ""] = civil.split("-")
  return `${day} ${months[Number(month) - 1]} ${year} 00:00`
}

const labelsOf = (out: LittleEndian, { entry }: CopyColumn): void => {
  const encoder = new TextEncoder()
  const texts = entry.values.map(({ words }) => encoder.encode(`${words}\0`))
  const offsets = texts.map((_, at) => texts.slice(0, at).reduce((sum, each) => sum + each.length, 0))
  const length = texts.reduce((sum, each) => sum + each.length, 0)
  out
    .text("<lbl>")
    .int32(8 + 8 * texts.length + length)
    .field(entry.name, 129, 0)
    .zeros(3)
  out.int32(texts.length, length, ...offsets, ...entry.values.map(({ code }) => asLabelled(code)))
  for (const text of texts) out.bytes(text)
  out.text("</lbl>")
}

const widthOf = (columns: readonly CopyColumn[]): number =>
  columns.reduce((sum, column) => sum + (isCoded(column) ? 1 : 8), 0)

/** The places of all parts of the file stand in its map, at the front. */
const aroundData = ({ columns, rows, madeOn }: CopyContent) => {
  const front = new LittleEndian()
  const label = "The Big Ask"
  front.text("<stata_dta>")
  within(front, "header", () => {
    front.text("<release>118</release><byteorder>LSF</byteorder><K>").int16(columns.length).text("</K><N>").int64(rows)
    front.text("</N><label>").int16(label.length).text(label).text("</label><timestamp>")
    front.bytes(Uint8Array.of(17)).text(stampOf(madeOn)).text("</timestamp>")
  })
  const map = [0, front.size]
  const mapAt = front.size + "<map>".length
  within(front, "map", () => front.zeros(14 * 8))
  const each = (tag: string, write: (column: CopyColumn) => void) =>
    map.push(within(front, tag, () => columns.forEach(write)))
  each("variable_types", (column) => front.int16(isCoded(column) ? byteType : doubleType))
  each("varnames", ({ entry }) => front.field(entry.name, 129, 0))
  map.push(within(front, "sortlist", () => front.zeros(2 * (columns.length + 1))))
  each("formats", (column) => front.field(isCoded(column) ? "%8.0g" : "%10.0g", 57, 0))
  each("value_label_names", (column) => front.field(isCoded(column) ? column.entry.name : "", 129, 0))
  each("variable_labels", ({ entry }) => front.field([...entry.label].slice(0, 80).join(""), 321, 0))
  map.push(
    within(front, "characteristics", () => undefined),
    front.size,
  )
  front.text("<data>")
  const back = new LittleEndian()
  back.text("</data>")
  const after = front.size + rows * widthOf(columns)
  map.push(after + within(back, "strls", () => undefined))
  map.push(
    after +
      within(back, "value_labels", () => {
        for (const column of columns) if (isCoded(column)) labelsOf(back, column)
      }),
  )
  map.push(after + back.size)
  back.text("</stata_dta>")
  map.push(after + back.size)
  const head = front.whole
  const view = new DataView(head.buffer)
  map.forEach((place, at) => {
    view.setBigUint64(mapAt + 8 * at, BigInt(place), true)
  })
  return { head, tail: back.whole }
}

function* dataOf({ columns, rows }: CopyContent): Generator<Uint8Array> {
  const width = widthOf(columns)
  const most = Math.max(1, Math.floor(blockSize / width))
  for (let first = 0; first < rows; first += most) {
    const count = Math.min(most, rows - first)
    const block = Buffer.alloc(count * width)
    let at = 0
    for (const column of columns) {
      for (let row = 0; row < count; row++) {
        const place = row * width + at
        if (isCoded(column)) block[place] = asByte(column.codes[first + row] ?? 0)
        else {
          const number = column.numbers[first + row] ?? Number.NaN
          block.writeDoubleLE(Number.isNaN(number) ? noNumber : number, place)
        }
      }
      at += isCoded(column) ? 1 : 8
    }
    yield block
  }
}

export function* dtaOf(content: CopyContent): Generator<Uint8Array> {
  const { head, tail } = aroundData(content)
  yield head
  yield* dataOf(content)
  yield tail
}
