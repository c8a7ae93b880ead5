/** Writes the compact protocol of Apache Thrift, in which Parquet states its pages and columns. */

/** The kinds of field that Parquet needs. */
export type Field =
  | { readonly int32: number }
  | { readonly int64: number }
  | { readonly text: string }
  | { readonly struct: Struct }
  | { readonly int32s: readonly number[] }
  | { readonly texts: readonly string[] }
  | { readonly structs: readonly Struct[] }

/** Fields by their number, in rising order. */
export type Struct = readonly (readonly [number: number, field: Field])[]

const types = { int32: 5, int64: 6, text: 8, list: 9, struct: 12 } as const
const encoder = new TextEncoder()

/** Small groups of seven bits, the lowest first. */
export const varint = (value: number): readonly number[] => {
  const bytes: number[] = []
  let left = value
  while (left >= 128) {
    bytes.push((left % 128) + 128)
    left = Math.floor(left / 128)
  }
  return [...bytes, left]
}

/** No number here is negative: zigzag doubles it. */
const int = (value: number): readonly number[] => varint(2 * value)

const text = (value: string): readonly number[] => {
  const bytes = encoder.encode(value)
  return [...varint(bytes.length), ...bytes]
}

const list = (type: number, items: readonly (readonly number[])[]): readonly number[] => [
  ...(items.length < 15 ? [items.length * 16 + type] : [0xf0 + type, ...varint(items.length)]),
  ...items.flat(),
]

const typedBytes = (field: Field): readonly [type: number, bytes: readonly number[]] => {
  if ("int32" in field) return [types.int32, int(field.int32)]
  if ("int64" in field) return [types.int64, int(field.int64)]
  if ("text" in field) return [types.text, text(field.text)]
  if ("struct" in field) return [types.struct, structOf(field.struct)]
  if ("int32s" in field) return [types.list, list(types.int32, field.int32s.map(int))]
  if ("texts" in field) return [types.list, list(types.text, field.texts.map(text))]
  return [types.list, list(types.struct, field.structs.map(structOf))]
}

/** Fields are at most 15 numbers apart. */
export const structOf = (struct: Struct): readonly number[] => {
  let before = 0
  const bytes = struct.flatMap(([number, field]) => {
    const [type, value] = typedBytes(field)
    const header = (number - before) * 16 + type
    before = number
    return [header, ...value]
  })
  return [...bytes, 0]
}
