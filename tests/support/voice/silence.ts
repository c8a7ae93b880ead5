/** A short MP3 without a sound: six frames of MPEG 2, layer III, 32 kbit/s, 24 kHz, one channel. */

/** Bytes of a frame: 72 × 32,000 ÷ 24,000. */
const length = 96
const frame = Uint8Array.from({ length }, (_, at) => [0xff, 0xf3, 0x44, 0xc4][at] ?? 0)

export const silence: Uint8Array<ArrayBuffer> = new Uint8Array(Array.from({ length: 6 }, () => [...frame]).flat())
