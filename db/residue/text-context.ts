/** Decides whether bytes are in a text: random bytes contain postcodes 5.5 times a gigabyte, and hardly ever in a text. */

/** Bytes of text around a finding: 18 occur by chance next to a postcode once in 28 TB of random bytes. */
const wanted = 18

const isPlain = (byte: number): boolean =>
  (byte >= 0x20 && byte < 0x7f) || byte === 0 || byte === 9 || byte === 10 || byte === 13

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80

/** The length of a UTF-8 character of several bytes that begins here, or 0. */
const longCharacter = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at] ?? 0
  const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
  if (length === 0 || lead >= 0xf5) return 0
  for (let each = 1; each < length; each++) if (!isContinuation(bytes[at + each])) return 0
  return length
}

const lengthAt = (bytes: Uint8Array, at: number): number => (isPlain(bytes[at] ?? 0xff) ? 1 : longCharacter(bytes, at))

const lengthBefore = (bytes: Uint8Array, at: number): number => {
  if (isPlain(bytes[at - 1] ?? 0xff)) return 1
  for (let length = 2; length <= 4 && length <= at; length++)
    if (longCharacter(bytes, at - length) === length) return length
  return 0
}

/** Whether the bytes begin or end where the file or the cell does; otherwise they are a block of a longer file. */
export interface Edges {
  readonly begins: boolean
  readonly ends: boolean
}

export const isInText = (bytes: Uint8Array, start: number, end: number, { begins, ends }: Edges): boolean => {
  let count = 0
  let left = start
  for (let length = 1; left > 0 && length > 0 && count < wanted; left -= length, count += length)
    length = lengthBefore(bytes, left)
  let right = end
  for (let length = 1; right < bytes.length && length > 0 && count < wanted; right += length, count += length)
    length = lengthAt(bytes, right)
  return count >= wanted || (left === 0 && begins) || (right === bytes.length && ends)
}
