/** Tells whether bytes are an MP3: two frames of MPEG audio, layer III, one after the other, after any ID3 tag. */

/** Kilobits a second by index, for MPEG 1 and for MPEG 2 and 2.5. */
const rates = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  later: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const

/** Samples a second of MPEG 1; half in MPEG 2, a quarter in MPEG 2.5. */
const samples = [44_100, 48_000, 32_000] as const

/** Bytes of the frame that begins here; `undefined` where none does. */
const frameAt = (bytes: Uint8Array, at: number): number | undefined => {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
  const version = (second >> 3) & 3
  const isLayerThree = first === 0xff && (second & 0xe6) === 0xe2 && version !== 1
  const rate = (version === 3 ? rates.first : rates.later)[third >> 4]
  const sampled = samples[(third >> 2) & 3]
  if (!isLayerThree || !rate || sampled === undefined) return undefined
  const slower = version === 3 ? 1 : version === 2 ? 2 : 4
  return Math.floor(((version === 3 ? 144 : 72) * rate * 1_000) / (sampled / slower)) + ((third >> 1) & 1)
}

/** The length of an ID3v2 tag is written in sevens of bits. */
const afterTag = (bytes: Uint8Array): number => {
  if (String.fromCharCode(...bytes.subarray(0, 3)) !== "ID3") return 0
  return 10 + bytes.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0)
}

export const isMp3 = (bytes: Uint8Array): boolean => {
  const begin = afterTag(bytes)
  const length = frameAt(bytes, begin)
  return length !== undefined && frameAt(bytes, begin + length) !== undefined
}

/** An MP4 names its kind at once. */
export const isMp4 = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(4, 8)) === "ftyp"
