/** Finds any of many words in any file, in every form in which a careless program would have written it. */
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

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

const spellings = (word: string): readonly string[] => {
  const plain = [word, word.toLowerCase(), word.toUpperCase()]
  return [...new Set([...plain, ...plain.map((each) => each.replaceAll(" ", ""))])]
}

export const encodings = {
  "UTF-8": (word: string) => [Buffer.from(word)],
  "UTF-16LE": (word: string) => [Buffer.from(word, "utf16le")],
  "UTF-16BE": (word: string) => [utf16be(word)],
  base64: (word: string) => base64(Buffer.from(word)),
  hex: (word: string) => {
    const hex = Buffer.from(word).toString("hex")
    return [Buffer.from(hex), Buffer.from(hex.toUpperCase())]
  },
  "URL-encoded": (word: string) => [Buffer.from(encodeURIComponent(word)), Buffer.from(word.replaceAll(" ", "+"))],
  "SHA-256": hashes,
} as const satisfies Record<string, (word: string) => readonly Buffer[]>

export interface Finding {
  readonly file: string
  readonly encoding: string
  readonly word: string
}

interface Needle {
  readonly bytes: Buffer
  readonly encoding: string
  readonly word: string
}

/** Bytes by which needles are looked up; no needle is shorter. */
const key = 5

export type Scan = (file: string, haystack: Buffer) => readonly Finding[]

/** A bit for each beginning of three bytes sorts out nearly all of a haystack before a map is asked. */
export const scanFor = (words: readonly string[]): Scan => {
  const begins = new Uint8Array(2 ** 24)
  const needles = new Map<number, Needle[]>()
  const beginOf = (bytes: Buffer, at: number) => bytes.readUIntBE(at, 3)
  const keyOf = (bytes: Buffer, at: number) => bytes.readUIntBE(at, key)
  for (const word of words)
    for (const spelling of spellings(word))
      for (const [encoding, encode] of Object.entries(encodings))
        for (const bytes of encode(spelling)) {
          if (bytes.length < key) throw new Error(`${encoding} of a word is too short to be looked for`)
          begins[beginOf(bytes, 0)] = 1
          const held = needles.get(keyOf(bytes, 0))
          if (held === undefined) needles.set(keyOf(bytes, 0), [{ bytes, encoding, word }])
          else held.push({ bytes, encoding, word })
        }
  return (file, haystack) => {
    const found: Finding[] = []
    let begin = haystack.length > 1 ? haystack.readUInt16BE(0) : 0
    for (let at = 0; at + key <= haystack.length; at++) {
      begin = ((begin << 8) | (haystack[at + 2] ?? 0)) & 0xffffff
      if (begins[begin] === 0) continue
      for (const { bytes, encoding, word } of needles.get(keyOf(haystack, at)) ?? [])
        if (bytes.equals(haystack.subarray(at, at + bytes.length))) found.push({ file, encoding, word })
    }
    return found
  }
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

export const scanFolder = (folder: string, scan: Scan): readonly Finding[] =>
  filesIn(folder).flatMap((file) => scan(file, readFileSync(file)))
