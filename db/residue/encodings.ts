/** Every form in which a careless program would have written a word. */
import { createHash } from "node:crypto"

const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16()

/** What three bytes of base64 always look like wherever the word begins; the signs at its ends depend on its neighbours. */
const base64 = (bytes: Buffer): readonly Buffer[] =>
  [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replaceAll("=", "")
    const whole = Math.floor(((before + bytes.length) * 8) / 6)
    return Buffer.from(text.slice(Math.ceil((before * 8) / 6), whole))
  })

const hashes = (word: string): readonly Buffer[] => {
  const digest = createHash("sha256").update(word).digest()
  return [digest, ...["hex", "base64", "base64url"].map((form) => Buffer.from(digest.toString(form as BufferEncoding)))]
}

/** JSON may escape any sign, and its digits may be of either case. */
const escaped = (word: string): readonly Buffer[] => {
  const signs = [...word].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, "0"))
  return [signs, signs.map((sign) => sign.toUpperCase())].map((each) =>
    Buffer.from(each.map((sign) => `\\u${sign}`).join("")),
  )
}

export const encodings = {
  "UTF-8": (word: string) => [Buffer.from(word)],
  "UTF-16LE": (word: string) => [Buffer.from(word, "utf16le")],
  "UTF-16BE": (word: string) => [utf16be(word)],
  "JSON-escaped": escaped,
  base64: (word: string) => base64(Buffer.from(word)),
  hex: (word: string) => {
    const hex = Buffer.from(word).toString("hex")
    return [Buffer.from(hex), Buffer.from(hex.toUpperCase())]
  },
  "URL-encoded": (word: string) => [Buffer.from(encodeURIComponent(word)), Buffer.from(word.replaceAll(" ", "+"))],
  "SHA-256": hashes,
} as const satisfies Record<string, (word: string) => readonly Buffer[]>

export type Encoding = keyof typeof encodings
