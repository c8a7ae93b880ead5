/** Yields each run of bytes that could be an encoded text, decoded, so that it can be searched as a text is. */

export interface Decoding {
  readonly encoding: string
  readonly bytes: Buffer
  /** Maps the position of a decoded byte to its position in the original bytes. */
  readonly from: (at: number) => number
  /** Pairs and escapes occur only in text; letters and digits also elsewhere. */
  readonly isCertain: boolean
}

const hexDigit = 1
const base64Sign = 2
const printable = 4
const kind = new Uint8Array(256)
for (let byte = 0x20; byte < 0x7f; byte++) kind[byte] = printable
for (const sign of Buffer.from("0123456789abcdefABCDEF")) kind[sign] = (kind[sign] ?? 0) | hexDigit
for (const sign of Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"))
  kind[sign] = (kind[sign] ?? 0) | base64Sign

/** The shortest runs that can hold a postcode. */
const shortestBase64 = 7
const shortestHex = 10
const shortestPairs = 5
const escapeLength = 6

const decode = (encoding: string, bytes: Buffer, start: number, signs: number, isCertain = false): Decoding => ({
  encoding,
  bytes,
  from: (at) => start + Math.floor(at * signs),
  isCertain,
})

const isHex = (bytes: Buffer, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (((kind[bytes[at] ?? 0] ?? 0) & hexDigit) === 0) return false
  return true
}

/** From this length on a run may hold words before the postcode, and so begin at any sign of a group. */
const longBase64 = 16
/** The signs of a SHA-256 digest, without padding. */
const digestBase64 = 43

/** By sign: its value, and 255 for any other byte. */
const signValue = new Uint8Array(256).fill(255)
for (const [value, sign] of Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/").entries())
  signValue[sign] = value
signValue[0x2d] = 62
signValue[0x5f] = 63

/** In a group of four signs that decode to ASCII these bits of each are zero, the highest of the three bytes. */
const highBits = [32, 8, 2, 0]

/** The longest row of signs that decode to ASCII, with the groups beginning at `start`. */
const asciiSigns = (bytes: Buffer, start: number, end: number): number => {
  let longest = 0
  let row = 0
  for (let at = start; at < end; at++) {
    row = ((signValue[bytes[at] ?? 0] ?? 255) & (highBits[(at - start) & 3] ?? 0)) === 0 ? row + 1 : 0
    if (row > longest) longest = row
  }
  return longest
}

function* ofRun(bytes: Buffer, start: number, end: number): Generator<Decoding> {
  const length = end - start
  if (length >= shortestHex && isHex(bytes, start, end))
    for (const skip of [0, 1]) {
      const hex = bytes.toString("latin1", start + skip, start + skip + ((length - skip) & ~1))
      yield decode("hex", Buffer.from(hex, "hex"), start + skip, 2)
    }
  for (let skip = 0; skip < (length >= longBase64 ? 4 : 1); skip++) {
    const isDigest = skip === 0 && length >= digestBase64
    const wanted = Math.min(longBase64, length - skip)
    if (!isDigest && asciiSigns(bytes, start + skip, end) < wanted) continue
    const run = bytes.toString("latin1", start + skip, end)
    yield decode("base64", Buffer.from(run, "base64"), start + skip, 4 / 3)
  }
}

/** A text of two bytes a character, one of them zero; `high` is the position of the zero in each pair. */
const pairsEnd = (bytes: Buffer, start: number, high: 0 | 1): number => {
  let at = start
  while (bytes[at + high] === 0 && ((kind[bytes[at + 1 - high] ?? 0] ?? 0) & printable) !== 0) at += 2
  return at
}

const ofPairs = (bytes: Buffer, start: number, end: number, high: 0 | 1): Decoding => {
  const decoded = Buffer.alloc((end - start) / 2)
  for (let at = 0; at < decoded.length; at++) decoded[at] = bytes[start + 2 * at + 1 - high] ?? 0
  return decode(high === 1 ? "UTF-16LE" : "UTF-16BE", decoded, start, 2, true)
}

const escapeSequence = /^\\u00([0-9a-f]{2})/i

const escapesFrom = (bytes: Buffer, start: number): Buffer => {
  const signs: number[] = []
  for (let at = start; ; at += escapeLength) {
    const digits = escapeSequence.exec(bytes.toString("latin1", at, at + escapeLength))?.[1]
    if (digits === undefined) return Buffer.from(signs)
    signs.push(Number.parseInt(digits, 16))
  }
}

const backslash = 0x5c

export function* decodingsOf(bytes: Buffer): Generator<Decoding> {
  let begun = -1
  let pairs = 0
  let escapes = 0
  for (let at = 0; at <= bytes.length; at++) {
    const byte = at < bytes.length ? (bytes[at] ?? 0) : backslash
    if (((kind[byte] ?? 0) & base64Sign) !== 0) {
      if (begun < 0) begun = at
      continue
    }
    if (begun >= 0 && at - begun >= shortestBase64) yield* ofRun(bytes, begun, at)
    begun = -1
    if (byte === 0 && at >= pairs)
      for (const high of [0, 1] as const) {
        const start = high === 1 ? at - 1 : at
        const end = start < 0 ? at : pairsEnd(bytes, start, high)
        if (end - start < 2 * shortestPairs) continue
        yield ofPairs(bytes, start, end, high)
        pairs = Math.max(pairs, end - 1)
      }
    if (byte === backslash && at >= escapes && bytes[at + 1] === 0x75) {
      const decoded = escapesFrom(bytes, at)
      escapes = at + escapeLength * Math.max(1, decoded.length)
      if (decoded.length >= shortestPairs) yield decode("JSON-escaped", decoded, at, escapeLength, true)
    }
  }
}
