/** Pads a text to one length for all, so that the length of the sealed bytes says nothing of the words. */

/** Bytes. The longest complaint fits: 2,200 characters of text without control characters have at most 6,600. */
export const paddedLength = 8 * 1024

/** JSON may end in spaces. A value that is longer was not held to its limits: a bug. */
export const padded = (value: unknown): Buffer => {
  const json = Buffer.from(JSON.stringify(value))
  if (json.length > paddedLength) throw new RangeError("too long to pad")
  const plain = Buffer.alloc(paddedLength, " ")
  json.copy(plain)
  json.fill(0)
  return plain
}
