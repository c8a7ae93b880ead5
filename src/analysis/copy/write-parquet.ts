/** Writes a working copy as Apache Parquet: each answer as its label, in a dictionary of the labels in their order. */
import { gzipSync } from "node:zlib"
import { type CodedColumn, type CopyColumn, type CopyContent, isCoded, title } from "./copy-column.ts"
import { type Struct, structOf, varint } from "./thrift.ts"

/** Rows in one group, which a reader may take apart from the others. */
const groupSize = 100_000

const [doubleType, textType] = [5, 6]
const [plain, runLengths, dictionaryCodes] = [0, 3, 8]
const gzip = 2
const [dataPage, dictionaryPage] = [0, 2]
const [required, optional] = [0, 1]
const utf8 = 0

interface Page {
  readonly bytes: Uint8Array
  readonly unpacked: number
}

const pageOf = (content: Uint8Array, type: number, header: Struct): Page => {
  const packed = gzipSync(content, { level: 1 })
  const head = Uint8Array.from(
    structOf([[1, { int32: type }], [2, { int32: content.length }], [3, { int32: packed.length }], ...header]),
  )
  return { bytes: Buffer.concat([head, packed]), unpacked: head.length + content.length }
}

const valuesPage = (content: Uint8Array, rows: number, encoding: number): Page =>
  pageOf(content, dataPage, [
    [
      5,
      {
        struct: [
          [1, { int32: rows }],
          [2, { int32: encoding }],
          [3, { int32: runLengths }],
          [4, { int32: runLengths }],
        ],
      },
    ],
  ])

/** One packed run of whole groups of eight values. */
const packedRun = (values: number, width: number): { readonly head: readonly number[]; readonly bytes: Uint8Array } => {
  const groups = Math.ceil(values / 8)
  return { head: varint(2 * groups + 1), bytes: new Uint8Array(groups * width) }
}

const dictionaryOf = ({ entry }: CodedColumn): Page => {
  const labels = entry.values.map(({ words }) => Buffer.from(words))
  const content = Buffer.concat(
    labels.flatMap((label) => {
      const length = Buffer.alloc(4)
      length.writeInt32LE(label.length)
      return [length, label]
    }),
  )
  return pageOf(content, dictionaryPage, [
    [
      7,
      {
        struct: [
          [1, { int32: labels.length }],
          [2, { int32: plain }],
        ],
      },
    ],
  ])
}

/** Places in the dictionary, a byte each. */
const codesOf = ({ entry, codes }: CodedColumn, first: number, rows: number): Page => {
  const placeOf = new Uint8Array(256)
  entry.values.forEach(({ code }, place) => {
    placeOf[code] = place
  })
  const { head, bytes } = packedRun(rows, 8)
  for (let row = 0; row < rows; row++) bytes[row] = placeOf[codes[first + row] ?? 0] ?? 0
  return valuesPage(Buffer.concat([Uint8Array.from([8, ...head]), bytes]), rows, dictionaryCodes)
}

/** A bit for each row that has a number, and then the numbers. */
const numbersOf = (numbers: Float64Array): Page => {
  const { head, bytes } = packedRun(numbers.length, 1)
  const present = Buffer.alloc(8 * numbers.length)
  let count = 0
  numbers.forEach((number, row) => {
    if (Number.isNaN(number)) return
    bytes[row >> 3] = (bytes[row >> 3] ?? 0) | (1 << (row & 7))
    present.writeDoubleLE(number, 8 * count++)
  })
  const length = Buffer.alloc(4)
  length.writeInt32LE(head.length + bytes.length)
  const content = [length, Uint8Array.from(head), bytes, present.subarray(0, 8 * count)]
  return valuesPage(Buffer.concat(content), numbers.length, plain)
}

const chunkOf = (column: CopyColumn, pages: readonly Page[], at: number, rows: number): Struct => {
  const [first, last] = [pages[0]?.bytes.length ?? 0, pages.length > 1]
  const sum = (size: (page: Page) => number) => pages.reduce((all, page) => all + size(page), 0)
  return [
    [2, { int64: at }],
    [
      3,
      {
        struct: [
          [1, { int32: isCoded(column) ? textType : doubleType }],
          [2, { int32s: isCoded(column) ? [plain, runLengths, dictionaryCodes] : [plain, runLengths] }],
          [3, { texts: [column.entry.name] }],
          [4, { int32: gzip }],
          [5, { int64: rows }],
          [6, { int64: sum(({ unpacked }) => unpacked) }],
          [7, { int64: sum(({ bytes }) => bytes.length) }],
          [9, { int64: last ? at + first : at }],
          ...(last ? ([[11, { int64: at }]] as const) : []),
        ],
      },
    ],
  ]
}

const schemaOf = (columns: readonly CopyColumn[]): readonly Struct[] => [
  [
    [4, { text: "answers" }],
    [5, { int32: columns.length }],
  ],
  ...columns.map(
    (column): Struct => [
      [1, { int32: isCoded(column) ? textType : doubleType }],
      [3, { int32: isCoded(column) ? required : optional }],
      [4, { text: column.entry.name }],
      ...(isCoded(column) ? ([[6, { int32: utf8 }]] as const) : []),
    ],
  ),
]

/** For each variable its label, and its values in order with the reason of each that is missing. */
const codebookIn = (columns: readonly CopyColumn[]): string =>
  JSON.stringify(
    Object.fromEntries(
      columns.map(({ entry }) => [
        entry.name,
        {
          label: entry.label,
          values: entry.values.map(({ words, missing }) => (missing === undefined ? { words } : { words, missing })),
          ...(entry.definition !== undefined && { definition: entry.definition }),
        },
      ]),
    ),
  )

export function* parquetOf({ columns, rows }: CopyContent): Generator<Uint8Array> {
  const mark = Buffer.from("PAR1")
  yield mark
  let at = mark.length
  const groups: Struct[] = []
  for (let first = 0; first < rows; first += groupSize) {
    const count = Math.min(groupSize, rows - first)
    const chunks: Struct[] = []
    const began = at
    for (const column of columns) {
      const pages = isCoded(column)
        ? [dictionaryOf(column), codesOf(column, first, count)]
        : [numbersOf(column.numbers.subarray(first, first + count))]
      chunks.push(chunkOf(column, pages, at, count))
      for (const { bytes } of pages) {
        yield bytes
        at += bytes.length
      }
    }
    groups.push([
      [1, { structs: chunks }],
      [2, { int64: at - began }],
      [3, { int64: count }],
    ])
  }
  const footer = Uint8Array.from(
    structOf([
      [1, { int32: 1 }],
      [2, { structs: schemaOf(columns) }],
      [3, { int64: rows }],
      [4, { structs: groups }],
      [
        5,
        {
          structs: [
            [
              [1, { text: "codebook" }],
              [2, { text: codebookIn(columns) }],
            ],
            [
              [1, { text: "title" }],
              [2, { text: title }],
            ],
          ],
        },
      ],
      [6, { text: "The Big Ask" }],
    ]),
  )
  const length = Buffer.alloc(4)
  length.writeInt32LE(footer.length)
  yield Buffer.concat([footer, length, mark])
}
