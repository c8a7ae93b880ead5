/** Streams a published file as text: plain, gzipped or zipped; refuses an incomplete file. */
import { createReadStream } from "node:fs"
import { open } from "node:fs/promises"
import { basename } from "node:path"
import { Readable } from "node:stream"
import { crc32, createGunzip } from "node:zlib"
import yauzl from "yauzl"
import { GeographyRefused, refuse } from "./refusal.ts"

export interface Source {
  /** Without the folders of this machine. */
  readonly name: string
  readonly open: () => Promise<Readable>
}

const firstBytes = async (path: string): Promise<Buffer> => {
  const file = await open(path).catch(() => {
    throw refuse("there is no such file, or it cannot be read", { file: basename(path) })
  })
  try {
    if ((await file.stat()).isDirectory())
      throw refuse("it is a folder: name the files in it", { file: basename(path) })
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Decides by the first bytes of the file, not by its name. */
export const sourcesOf = async (path: string): Promise<readonly Source[]> => {
  const bytes = await firstBytes(path)
  const name = basename(path)
  if (bytes.length === 0) throw refuse("the file is empty", { file: name })
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return zipped(path)
  const plain = async (): Promise<Readable> => createReadStream(path, { highWaterMark: 262_144 })
  return [{ name, open: bytes[0] === 0x1f && bytes[1] === 0x8b ? async () => gunzipped(await plain()) : plain }]
}

const gunzipped = (packed: Readable): Readable => {
  const plain = createGunzip({ chunkSize: 262_144 })
  packed.on("error", (error) => plain.destroy(error))
  plain.on("close", () => packed.destroy())
  return packed.pipe(plain)
}

/** A Mac adds a file of its own next to each one that it zips: `__MACOSX/Data/._NSPL.csv`. */
const isOfTheMac = (path: string): boolean => /(?:^|\/)(?:__MACOSX\/|\._)/.test(path)

const zipped = async (path: string): Promise<readonly Source[]> => {
  const name = basename(path)
  const cutOff = () => refuse("the zip has no whole directory: the file looks cut off", { file: name })
  const zip = await yauzl.openPromise(path, { autoClose: false }).catch(() => {
    throw cutOff()
  })
  const sources: Source[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      if (!/\.csv$/i.test(entry.fileName) || isOfTheMac(entry.fileName)) continue
      sources.push({ name: `${name}/${basename(entry.fileName)}`, open: () => checked(zip, entry) })
    }
  } catch {
    throw cutOff()
  }
  return sources
}

/** Checks the sum that the directory of the zip has for the file. */
const checked = async (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> => {
  const stream = await zip.openReadStreamPromise(entry)
  const adding = async function* () {
    let sum = 0
    for await (const chunk of stream) {
      sum = crc32(chunk, sum)
      yield chunk
    }
    if (sum !== entry.crc32) throw new Error("the sum of the file differs from the zip directory")
  }
  return Readable.from(adding(), { objectMode: false })
}

/** Refuses a file whose stream failed. */
export const brokenOff = (error: unknown, file: string, line: number): unknown => {
  if (error instanceof GeographyRefused) return error
  // A mistake in our code has no code of its own, unlike a mistake in a stream.
  if ((error instanceof TypeError || error instanceof ReferenceError) && !("code" in error)) return error
  return refuse("the file cannot be read further: it is cut off or damaged", { file, line })
}
