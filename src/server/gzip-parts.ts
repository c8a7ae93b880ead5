/** Compresses a page whose parts seldom change: each part is deflated once, and only joined when the page is sent. */
import { constants, crc32, deflateRawSync } from "node:zlib"

export interface Part {
  readonly plain: Buffer
  /** Raw deflate that ends on a byte boundary and is not the last block. */
  readonly deflated: Buffer
}

/** A part that is sent many times. */
export const part = (text: string): Part => {
  const plain = Buffer.from(text)
  return { plain, deflated: deflateRawSync(plain, { level: 9, finishFlush: constants.Z_SYNC_FLUSH }) }
}

const largestBlock = 65_535

/** A part that is sent once, such as a sealed field, which would not shrink: stored blocks (RFC 1951, 3.2.4). */
export const storedPart = (text: string): Part => {
  const plain = Buffer.from(text)
  const blocks: Buffer[] = []
  for (let from = 0; from < plain.length; from += largestBlock) {
    const block = plain.subarray(from, from + largestBlock)
    const head = Buffer.alloc(5)
    head.writeUInt16LE(block.length, 1)
    head.writeUInt16LE(~block.length & 0xffff, 3)
    blocks.push(head, block)
  }
  return { plain, deflated: Buffer.concat(blocks) }
}

const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
/** An empty final block. */
const end = Buffer.from([1, 0, 0, 0xff, 0xff])

/** One gzip member (RFC 1952) of the parts in order. */
export const gzipParts = (parts: readonly Part[]): Buffer => {
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(
    parts.reduce((sum, { plain }) => crc32(plain, sum), 0),
    0,
  )
  trailer.writeUInt32LE(
    parts.reduce((length, { plain }) => length + plain.length, 0),
    4,
  )
  return Buffer.concat([header, ...parts.map(({ deflated }) => deflated), end, trailer])
}

export const plainParts = (parts: readonly Part[]): Buffer => Buffer.concat(parts.map(({ plain }) => plain))
