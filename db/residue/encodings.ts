/** Encodes a word in every form in which a careless program could have stored it. */
import { createHash } from "node:crypto"

const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16()

/** The base64 signs of a word at each of its three alignments, without those at its ends, which depend on its neighbours. */
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

/** JSON may escape any sign, with digits in upper or lower case. */
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
