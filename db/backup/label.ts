/** Writes and reads the label of a sealed file: in plain text its content, mode, backup and key, all authenticated. */
import { closeSync, openSync, readSync } from "node:fs"
import { basename } from "node:path"
import { Effect, Option, Schema } from "effect"
import { Day } from "../../policy/civil-day.ts"
import { modes } from "../../policy/data/mode.ts"
import type { StoreUnavailable } from "../store-unavailable.ts"
import { readingBackup } from "./reading.ts"
import { BackupDamaged } from "./refusals.ts"

export const backedUp = ["collection", "evidence"] as const
export type BackedUp = (typeof backedUp)[number]

/** An earlier version sealed every day to one key. */
export const formerFormat = "the-big-ask/sealed/1"
export const format = "the-big-ask/sealed/2"

const Name = Schema.String.check(Schema.isPattern(/^[0-9a-f]{16}$/))

const Label = Schema.Struct({
  format: Schema.Literals([formerFormat, format]),
  of: Schema.Literals([...backedUp, "day", "batch"]),
  mode: Schema.Literals(modes),
  /** The day of the backup, or the day of the answers. */
  on: Day,
  /** The same in all files of one backup, which are restored together or not at all. */
  set: Name,
  holds: Schema.Array(Schema.Union([Schema.Literals([...backedUp, "batch"]), Day])),
  /** The fingerprint of the retention key. */
  key: Name,
})
export type Label = typeof Label.Type

export interface LabelLine {
  readonly label: Label
  /** The exact bytes of the label in the file; the sealed content follows them. */
  readonly line: Buffer
}

const longest = 8_000
const read = Schema.decodeUnknownOption(Schema.fromJsonString(Label), { onExcessProperty: "error" })

export const labelIn = (line: Buffer): Label | undefined => Option.getOrUndefined(read(line.toString()))

export const labelOf = Effect.fn("Backup.label")(function* (
  file: string,
): Effect.fn.Return<LabelLine, BackupDamaged | StoreUnavailable> {
  const start = yield* readingBackup(() => beginningOf(file)).pipe(
    Effect.catchIf(
      (error) => error._tag === "StoreUnavailable" && error.failure === "not-found",
      () => Effect.succeed(Buffer.alloc(0)),
    ),
  )
  const line = start.subarray(0, start.indexOf("\n") + 1)
  const label = labelIn(line)
  if (label === undefined) return yield* new BackupDamaged({ file: basename(file) })
  return { label, line }
})

const beginningOf = (file: string): Buffer => {
  const start = Buffer.alloc(longest)
  const handle = openSync(file, "r")
  try {
    return start.subarray(0, readSync(handle, start))
  } finally {
    closeSync(handle)
  }
}

export const lineOf = (label: Label): Buffer => Buffer.from(`${JSON.stringify(label)}\n`)
