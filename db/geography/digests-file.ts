/** Keeps the digests of the live postcodes next to the index they belong to, so that a scan need not hash them again. */
import { createHash, randomBytes } from "node:crypto"
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { type DigestTable, digestTableOf } from "../residue/postcode-digests.ts"
import type { Index } from "./index-file.ts"
import { postcodesIn } from "./register-index.ts"

const fileIn = (folder: string): string => join(folder, "england.digests")

const sumLength = 32

/** The postcodes of the index, in few bytes. */
const sumOf = ({ parts }: Index): Buffer =>
  createHash("sha256").update(parts.sectors).update(parts.starts).update(parts.units).digest()

export const keepDigests = (folder: string, index: Index): void => {
  const table = digestTableOf(postcodesIn(index, "live"))
  const bytes = Buffer.from(table.buffer)
  const draft = join(folder, `.${randomBytes(8).toHex()}`)
  try {
    const content = createHash("sha256").update(bytes).digest()
    writeFileSync(draft, Buffer.concat([sumOf(index), content, bytes]), { mode: 0o644, flag: "wx", flush: true })
    renameSync(draft, fileIn(folder))
  } finally {
    rmSync(draft, { force: true })
  }
}

/** `undefined` where they were never kept, are of another index, or are damaged. */
export const readDigests = (folder: string, index: Index): DigestTable | undefined => {
  const file = fileIn(folder)
  if (!existsSync(file)) return undefined
  const kept = readFileSync(file)
  const bytes = kept.subarray(2 * sumLength)
  if (!kept.subarray(0, sumLength).equals(sumOf(index)) || bytes.length % 8 !== 0) return undefined
  if (
    !createHash("sha256")
      .update(bytes)
      .digest()
      .equals(kept.subarray(sumLength, 2 * sumLength))
  )
    return undefined
  const table = new BigUint64Array(new SharedArrayBuffer(bytes.length))
  new Uint8Array(table.buffer).set(bytes)
  return table
}
