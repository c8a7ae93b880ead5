/** Recognises a file by its format: a sealed file by its whole frame, a SQLite database by its header, files of PostgreSQL by their folder. */
import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { frameOf } from "../backup/frame.ts"
import { bytesOf, sizeOf } from "./read-blocks.ts"

/** `sealed`: from this byte on it is ciphertext. `pages`: a store's own format, mostly ciphertext. */
export type Format =
  | { readonly is: "text" }
  | { readonly is: "sealed"; readonly from: number }
  | { readonly is: "sqlite" }
  | { readonly is: "pages" }

const longestFrame = 1_100
const sqliteHeader = "SQLite format 3\0"

/** The first bytes of a write-ahead log, in both byte orders. */
const logHeaders = [0x377f0682, 0x377f0683]

const isOfPostgres = (file: string): boolean => {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, "PG_VERSION")) && existsSync(join(folder, "global", "pg_control"))) return true
  return false
}

export const formatOf = (file: string): Format => {
  const head = bytesOf(file, 0, longestFrame)
  if (head.toString("latin1", 0, sqliteHeader.length) === sqliteHeader) return { is: "sqlite" }
  if (head.length >= 4 && logHeaders.includes(head.readUInt32BE(0))) return { is: "pages" }
  const frame = frameOf(head, sizeOf(file))
  if (frame !== undefined) return { is: "sealed", from: frame }
  return isOfPostgres(file) ? { is: "pages" } : { is: "text" }
}
