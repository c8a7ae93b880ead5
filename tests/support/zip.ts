/** A zip of a few files, as the publishers send theirs. */
import { crc32, deflateRawSync } from "node:zlib"

const header = (mark: number, size: number, fill: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.alloc(size)
  bytes.writeUInt32LE(mark, 0)
  fill(bytes)
  return bytes
}

export const zipOf = (files: Readonly<Record<string, string>>): Buffer => {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, text] of Object.entries(files)) {
    const [name, plain] = [Buffer.from(path), Buffer.from(text)]
    const packed = deflateRawSync(plain)
    const shared = (bytes: Buffer, from: number) => {
      bytes.writeUInt16LE(20, from)
      bytes.writeUInt16LE(8, from + 4)
      bytes.writeUInt32LE(crc32(plain), from + 10)
      bytes.writeUInt32LE(packed.length, from + 14)
      bytes.writeUInt32LE(plain.length, from + 18)
      bytes.writeUInt16LE(name.length, from + 22)
    }
    const local = header(0x04034b50, 30, (bytes) => shared(bytes, 4))
    const entry = header(0x02014b50, 46, (bytes) => {
      bytes.writeUInt16LE(20, 4)
      shared(bytes, 6)
      bytes.writeUInt32LE(at, 42)
    })
    bodies.push(local, name, packed)
    directory.push(entry, name)
    at += local.length + name.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const count = Object.keys(files).length
  const end = header(0x06054b50, 22, (bytes) => {
    bytes.writeUInt16LE(count, 8)
    bytes.writeUInt16LE(count, 10)
    bytes.writeUInt32LE(listed.length, 12)
    bytes.writeUInt32LE(at, 16)
  })
  return Buffer.concat([...bodies, listed, end])
}
