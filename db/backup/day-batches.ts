/** Seals each arriving batch to a file of its own before its rows are removed; the files of a day together hold the whole day. */
import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs"
import { basename, join } from "node:path"
import { Effect } from "effect"
import type { Day } from "../../policy/civil-day.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { attempt } from "../attempt.ts"
import type { KeptResponse } from "../evidence/kept-response.ts"
import type { StoreUnavailable } from "../store-unavailable.ts"
import { syncFolder } from "../sync-folder.ts"
import { linesIn } from "./import-rows.ts"
import { format, type Label } from "./label.ts"
import { readingBackup } from "./reading.ts"
import { BackupDamaged, type BackupOlder, type NotVerified, type RetentionKeyGone } from "./refusals.ts"
import type { RetentionKey } from "./retention-key.ts"
import { sealFile } from "./seal-file.ts"
import { openSealed } from "./sealed-file.ts"

/** Enough to resume a transfer after the evidence store is lost: the responses, and the digests of their sealed rows. */
export interface DayBatch {
  readonly responses: readonly KeptResponse[]
  /** One digest for each response, in an order that does not follow the order of the responses. */
  readonly sealed: readonly Uint8Array[]
  /** This batch's part of the day's digest. */
  readonly sum: string
}

export const batchFolder = (dataDir: string, day: Day): string => join(dataDir, "backups", day)

export interface SealingBatches {
  readonly dataDir: string
  readonly mode: Mode
  /** The key of the day whose batches are sealed. */
  readonly retention: RetentionKey
  /** Runs after a file is written and before it is read back. */
  readonly beforeReadBack?: (draft: string) => void
}

const ending = ".sealed"

const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const above of [join(folder, ".."), join(folder, "..", "..")]) syncFolder(above)
}

export const batchFiles = (dataDir: string, day: Day): readonly string[] => {
  const folder = batchFolder(dataDir, day)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
}

const lineOf = ({ response, words }: KeptResponse): Buffer => {
  const { id, ...rest } = response
  const own = words.map(({ question, words }) => ({ question, words }))
  return Buffer.from(`${JSON.stringify({ id: id.toBase64(), ...rest, words: own })}\n`)
}

const responseIn = (line: string): KeptResponse => {
  const { id, words, ...rest } = JSON.parse(line)
  const response = Uint8Array.fromBase64(id)
  return {
    response: { id: response, ...rest },
    words: words.map((each: { readonly question: string; readonly words: string }) => ({ response, ...each })),
  }
}

export const sealBatch = Effect.fn("Backup.sealBatch")(function* (
  { dataDir, mode, retention, beforeReadBack }: SealingBatches,
  day: Day,
  { responses, sealed, sum }: DayBatch,
): Effect.fn.Return<{ readonly file: string; readonly digest: string }, NotVerified | StoreUnavailable> {
  const folder = batchFolder(dataDir, day)
  yield* attempt("backups", () => makeFolder(folder))
  const set = randomBytes(8).toHex()
  const file = join(folder, `${set}${ending}`)
  const common = { format, of: "batch", holds: ["batch"] } as const
  const label: Label = { ...common, mode, on: day, set, key: retention.fingerprint }
  const first = Buffer.from(`${JSON.stringify({ sum, sealed: sealed.map((each) => each.toBase64()) })}\n`)
  return { file, digest: yield* sealFile(file, label, retention, [first, ...responses.map(lineOf)], beforeReadBack) }
})

/** Reads one file of the day. */
export const readBatch = Effect.fn("Backup.readBatch")(function* (
  retention: RetentionKey,
  day: Day,
  file: string,
): Effect.fn.Return<DayBatch, BackupDamaged | BackupOlder | RetentionKeyGone | StoreUnavailable> {
  const { label, parts } = yield* openSealed(file, retention)
  if (label.of !== "batch" || label.on !== day) return yield* new BackupDamaged({ file: basename(file) })
  return yield* readingBackup(() => {
    const [first = "{}", ...rest] = linesIn(parts())
    const { sum, sealed }: { readonly sum: string; readonly sealed: readonly string[] } = JSON.parse(first)
    return { sum, sealed: sealed.map((each) => Uint8Array.fromBase64(each)), responses: rest.map(responseIn) }
  })
})

export const dropBatches = (dataDir: string, day: Day, files: readonly string[]): void => {
  for (const file of files) rmSync(file, { force: true })
  const folder = batchFolder(dataDir, day)
  if (existsSync(folder)) syncFolder(folder)
}
