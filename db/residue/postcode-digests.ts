/** Finds the SHA-256 digests of live postcodes, as a program that hashes without a key would store them. */
import { hash } from "node:crypto"

/** The first eight bytes of each digest, in order, in memory that threads share. */
export type DigestTable = BigUint64Array<SharedArrayBuffer>

const spellings = (postcode: string): readonly string[] => {
  const spaced = `${postcode.slice(0, -3)} ${postcode.slice(-3)}`
  return [postcode, spaced, postcode.toLowerCase(), spaced.toLowerCase()]
}

/** For England about nine seconds of hashing: made once, when the geography is imported. */
export const digestTableOf = (postcodes: readonly string[]): DigestTable => {
  const table = new BigUint64Array(new SharedArrayBuffer(8 * 4 * postcodes.length))
  let at = 0
  for (const postcode of postcodes)
    for (const each of spellings(postcode)) table[at++] = hash("sha256", each, "buffer").readBigUInt64BE()
  return table.sort()
}

/** One bit for the first 25 bits of each half of a digest: all but one position in 30 ends at these four megabytes each. */
const frontBits = 25
const shift = 32 - frontBits
/** The digests are found by their first bits: one or two have the same. For England these are 22. */
const bucketBitsFor = (digests: number): number => Math.max(1, Math.min(22, Math.floor(Math.log2(digests + 1))))

/** What makes the table quick to search, in memory that threads share. */
export interface DigestIndex {
  readonly table: DigestTable
  readonly high: Uint8Array
  readonly low: Uint8Array
  /** By bucket, the place of its first digest in the table. */
  readonly starts: Uint32Array
}

/** The halves of each digest in turn: the low 32 bits before the high ones, on every processor that runs Node. */
const halvesOf = ({ buffer }: DigestTable): Uint32Array => new Uint32Array(buffer)

const newFront = (): Uint8Array => new Uint8Array(new SharedArrayBuffer(2 ** (frontBits - 3)))

/** In each front: the byte of a half, and its bit in that byte. */
const byteShift = shift + 3

const mark = (front: Uint8Array, half: number): void => {
  front[half >>> byteShift] = (front[half >>> byteShift] ?? 0) | (1 << ((half >>> shift) & 7))
}

export const digestIndexOf = (table: DigestTable): DigestIndex => {
  const [high, low] = [newFront(), newFront()]
  const bucketBits = bucketBitsFor(table.length)
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (2 ** bucketBits + 1)))
  const halves = halvesOf(table)
  for (let at = 0; at < table.length; at++) {
    const first = halves[2 * at + 1] ?? 0
    mark(high, first)
    mark(low, halves[2 * at] ?? 0)
    starts[(first >>> (32 - bucketBits)) + 1] = at + 1
  }
  for (let bucket = 1; bucket < starts.length; bucket++)
    if (starts[bucket] === 0) starts[bucket] = starts[bucket - 1] ?? 0
  return { table, high, low, starts }
}

/** The positions that both fronts let pass, one in 30: a loop with no call in it, because every byte of a scan comes here. */
const markedIn = (bytes: Buffer, high: Uint8Array, low: Uint8Array): number[] => {
  const positions: number[] = []
  const last = bytes.length - 32
  if (last < 0) return positions
  let first = bytes.readInt32BE(0)
  let second = bytes.readInt32BE(4)
  for (let at = 0; at <= last; at++) {
    if (((high[first >>> byteShift] as number) & (1 << ((first >>> shift) & 7))) !== 0)
      if (((low[second >>> byteShift] as number) & (1 << ((second >>> shift) & 7))) !== 0) positions.push(at)
    first = (first << 8) | (bytes[at + 4] as number)
    second = (second << 8) | (bytes[at + 8] as number)
  }
  return positions
}

/** Returns the positions of digests. Eight bytes agree by chance once in 10^12 positions: `isDigest` compares all 32. */
export const digestsIn = (
  { table, high, low, starts }: DigestIndex,
  isDigest: (bytes: Buffer) => boolean,
): ((bytes: Buffer) => readonly number[]) => {
  const halves = halvesOf(table)
  const bucketBits = Math.log2(starts.length - 1)
  const isKnown = (first: number, second: number): boolean => {
    const bucket = first >>> (32 - bucketBits)
    const end = starts[bucket + 1] ?? 0
    for (let at = starts[bucket] ?? 0; at < end; at++)
      if (halves[2 * at + 1] === first && halves[2 * at] === second) return true
    return false
  }
  return (bytes) =>
    markedIn(bytes, high, low).filter(
      (at) => isKnown(bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)) && isDigest(bytes.subarray(at, at + 32)),
    )
}

/** Hashes every postcode again: slow, and asked for a finding alone. */
export const isDigestOf =
  (postcodes: readonly string[]) =>
  (bytes: Buffer): boolean =>
    postcodes.some((postcode) => spellings(postcode).some((each) => hash("sha256", each, "buffer").equals(bytes)))
