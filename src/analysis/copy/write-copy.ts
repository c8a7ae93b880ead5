/** Writes a file of answers block by block, and gives its digest. */
import { createHash } from "node:crypto"
import { closeSync, fsyncSync, openSync, writeSync } from "node:fs"
import type { CopyFormat } from "../../../policy/custody/working-copy.ts"
import type { CopyContent } from "./copy-column.ts"
import { csvOf } from "./write-csv.ts"
import { dtaOf } from "./write-dta.ts"
import { parquetOf } from "./write-parquet.ts"
import { savOf } from "./write-sav.ts"

const writers: Readonly<Record<CopyFormat, (content: CopyContent) => Generator<Uint8Array>>> = {
  parquet: parquetOf,
  csv: csvOf,
  sav: savOf,
  dta: dtaOf,
}

/** SHA-256 of a new file. */
export const writeAnswers = (file: string, format: CopyFormat, content: CopyContent): string => {
  const hash = createHash("sha256")
  const handle = openSync(file, "wx", 0o600)
  try {
    for (const block of writers[format](content)) {
      hash.update(block)
      writeSync(handle, block)
    }
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  return hash.digest("hex")
}
