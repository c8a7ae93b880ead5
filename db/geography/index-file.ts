/** Encodes the imported geography in one compact file, always the same bytes for the same input, and refuses a damaged file. */
import { createHash } from "node:crypto"
import { Schema } from "effect"

const Listed = Schema.Struct({ code: Schema.String, name: Schema.String, region: Schema.String })

export const IndexMeta = Schema.Struct({
  /** The editions, such as "NSPL August 2024", each with its licence. */
  sources: Schema.Array(
    Schema.Struct({ kind: Schema.String, vintage: Schema.String, rows: Schema.Int, licence: Schema.String }),
  ),
  census: Schema.Literals(["11", "21"]),
  /** Live does not open with a part of England. */
  extent: Schema.Literals(["England", "part of England"]),
  postcodes: Schema.Int,
  live: Schema.Int,
  neighbourhoods: Schema.Int,
  authorities: Schema.Array(Listed),
  schools: Schema.Int,
  /** The length of each part in bytes, in the order of `IndexParts`. */
  parts: Schema.Array(Schema.Int),
})
export type IndexMeta = typeof IndexMeta.Type

export interface IndexParts {
  /** By sector, in order: its number, the index of its first postcode, and what all its postcodes share. */
  readonly sectors: Uint32Array
  readonly starts: Uint32Array
  /** An authority, `mixed` or `outside`. */
  readonly shared: Uint16Array
  /** By postcode, in order within its sector; the highest bit marks a live one. */
  readonly units: Uint16Array
  readonly places: Uint16Array
  /** By place, from 2 on: the digits of its LSOA (0: none), its authority, its decile (0: none). */
  readonly lsoas: Uint32Array
  readonly authorities: Uint16Array
  readonly deciles: Uint8Array
  /** Lines with number, name and town. */
  readonly schools: Uint8Array
}

export const liveUnit = 0x8000
export const mixed = 0xffff
export const outside = 0xfffe

const mark = Buffer.from("BIG-ASK-GEO-0001")
const head = mark.length + 32 + 8

const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8

const bytesOf = (part: Uint8Array | Uint16Array | Uint32Array): Buffer =>
  Buffer.from(part.buffer, part.byteOffset, part.byteLength)

const inOrder = (parts: IndexParts) => [
  parts.sectors,
  parts.starts,
  parts.shared,
  parts.units,
  parts.places,
  parts.lsoas,
  parts.authorities,
  parts.deciles,
  parts.schools,
]

export const encodeIndex = (meta: Omit<IndexMeta, "parts">, parts: IndexParts): Buffer => {
  const bodies = inOrder(parts).map(bytesOf)
  const words = Buffer.from(JSON.stringify({ ...meta, parts: bodies.map(({ length }) => length) }))
  const file = Buffer.alloc(head + aligned(words.length) + bodies.reduce((sum, { length }) => sum + aligned(length), 0))
  mark.copy(file)
  file.writeUInt32LE(words.length, head - 8)
  words.copy(file, head)
  let at = head + aligned(words.length)
  for (const body of bodies) {
    body.copy(file, at)
    at += aligned(body.length)
  }
  createHash("sha256")
    .update(file.subarray(head - 8))
    .digest()
    .copy(file, mark.length)
  return file
}

export interface Index {
  readonly meta: IndexMeta
  readonly parts: IndexParts
}

const decodeMeta = Schema.decodeUnknownSync(IndexMeta, { onExcessProperty: "error" })

/** `undefined` for a damaged file or another format. */
export const decodeIndex = (file: Uint8Array): Index | undefined => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const sum = () =>
    createHash("sha256")
      .update(bytes.subarray(head - 8))
      .digest()
  if (bytes.length < head || !bytes.subarray(0, mark.length).equals(mark)) return undefined
  if (!sum().equals(bytes.subarray(mark.length, mark.length + 32))) return undefined
  const length = bytes.readUInt32LE(head - 8)
  const meta = decodeMeta(JSON.parse(bytes.toString("utf8", head, head + length)))
  let at = head + aligned(length)
  const parts = meta.parts.map((size) => {
    // Copied, because the file's buffer need not be aligned and should be freed.
    const part = new Uint8Array(bytes.subarray(at, at + size))
    at += aligned(size)
    return part.buffer
  })
  const [sectors, starts, shared, units, places, lsoas, authorities, deciles, schools] = parts
  if (!sectors || !starts || !shared || !units || !places || !lsoas || !authorities || !deciles || !schools)
    return undefined
  return {
    meta,
    parts: {
      sectors: new Uint32Array(sectors),
      starts: new Uint32Array(starts),
      shared: new Uint16Array(shared),
      units: new Uint16Array(units),
      places: new Uint16Array(places),
      lsoas: new Uint32Array(lsoas),
      authorities: new Uint16Array(authorities),
      deciles: new Uint8Array(deciles),
      schools: new Uint8Array(schools),
    },
  }
}
