/** Each batch that arrives lies sealed in a file of its own before it is removed where it came from; a day's files are all of the day. */
import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs"
import { basename, join } from "node:path"
import type { Day } from "../../policy/civil-day.ts"
import type { Mode } from "../../policy/data/mode.ts"
import type { KeptResponse } from "../evidence/kept-response.ts"
import { syncFolder } from "../sync-folder.ts"
import type { Label } from "./label.ts"
import { BackupDamaged } from "./refusals.ts"
import type { RetentionKey } from "./retention-key.ts"
import { sealFile } from "./seal-file.ts"
import { openSealed } from "./sealed-file.ts"
import { linesIn } from "./written-rows.ts"

/** Enough to take up a transfer where the evidence store was lost: what arrived, and which sealed rows it came from. */
export interface DayBatch {
  readonly responses: readonly KeptResponse[]
  /** Digests of sealed rows, as many as there are responses, in an order that has nothing to do with theirs. */
  readonly sealed: readonly Uint8Array[]
  /** A part of the day's digest. */
  readonly sum: string
}

export const batchFolder = (dataDir: string, day: Day): string => join(dataDir, "backups", day)

export interface SealingBatches {
  readonly dataDir: string
  readonly mode: Mode
  readonly retention: RetentionKey
  /** Comes between writing and reading back. */
  readonly written?: (draft: string) => void
}

const ending = ".sealed"

const made = (folder: string): string => {
  if (existsSync(folder)) return folder
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const above of [join(folder, ".."), join(folder, "..", "..")]) syncFolder(above)
  return folder
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

const keptIn = (line: string): KeptResponse => {
  const { id, words, ...rest } = JSON.parse(line)
  const response = Uint8Array.fromBase64(id)
  return {
    response: { id: response, ...rest },
    words: words.map((each: { readonly question: string; readonly words: string }) => ({ response, ...each })),
  }
}

/** The file has its name, and is on the disk, only once it was opened again and was what was put in. */
export const sealBatch = async (
  { dataDir, mode, retention, written }: SealingBatches,
  day: Day,
  { responses, sealed, sum }: DayBatch,
): Promise<{ readonly file: string; readonly digest: string }> => {
  const set = randomBytes(8).toHex()
  const file = join(made(batchFolder(dataDir, day)), `${set}${ending}`)
  const common = { format: "the-big-ask/sealed/1", of: "batch", holds: ["batch"] } as const
  const label: Label = { ...common, mode, on: day, set, key: retention.fingerprint }
  const first = Buffer.from(`${JSON.stringify({ sum, sealed: sealed.map((each) => each.toBase64()) })}\n`)
  return { file, digest: await sealFile(file, label, retention, [first, ...responses.map(lineOf)], written) }
}

/** Throws where a file of the day is not as it was sealed. */
export async function* batchesOf(
  { dataDir, retention }: Pick<SealingBatches, "dataDir" | "retention">,
  day: Day,
  files: readonly string[] = batchFiles(dataDir, day),
): AsyncGenerator<DayBatch> {
  for (const file of files) {
    const { label, parts } = await openSealed(file, retention)
    if (label.of !== "batch" || label.on !== day) throw new BackupDamaged({ file: basename(file) })
    const [first = "{}", ...rest] = linesIn(parts())
    const { sum, sealed }: { readonly sum: string; readonly sealed: readonly string[] } = JSON.parse(first)
    yield { sum, sealed: sealed.map((each) => Uint8Array.fromBase64(each)), responses: rest.map(keptIn) }
  }
}

export const dropBatches = (dataDir: string, day: Day, files: readonly string[]): void => {
  for (const file of files) rmSync(file, { force: true })
  const folder = batchFolder(dataDir, day)
  if (existsSync(folder)) syncFolder(folder)
}
