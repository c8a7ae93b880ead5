/** A sealed file says in plain words what it is, of which mode, of which backup and for which key; none of it can be changed. */
import { closeSync, openSync, readSync } from "node:fs"
import { basename } from "node:path"
import { Option, Schema } from "effect"
import { Day } from "../../policy/civil-day.ts"
import { modes } from "../../policy/data/mode.ts"
import { BackupDamaged } from "./refusals.ts"

export const backedUp = ["collection", "evidence"] as const
export type BackedUp = (typeof backedUp)[number]

const Name = Schema.String.check(Schema.isPattern(/^[0-9a-f]{16}$/))

const Label = Schema.Struct({
  format: Schema.Literal("the-big-ask/sealed/1"),
  of: Schema.Literals([...backedUp, "batch"]),
  mode: Schema.Literals(modes),
  on: Day,
  /** The same for all files of one backup, which are restored together or not at all. */
  set: Name,
  holds: Schema.Array(Schema.Literals([...backedUp, "batch"])),
  /** Fingerprint of the retention key. */
  key: Name,
})
export type Label = typeof Label.Type

const longest = 1_000
const read = Schema.decodeUnknownOption(Schema.fromJsonString(Label), { onExcessProperty: "error" })

/** As it stands in the file, with where the rest begins. */
export const labelOf = (file: string): { readonly label: Label; readonly line: Buffer } => {
  const start = Buffer.alloc(longest)
  const length = beginning(file, start)
  const line = start.subarray(0, start.subarray(0, length).indexOf("\n") + 1)
  const label = Option.getOrUndefined(read(line.toString()))
  if (label === undefined) throw new BackupDamaged({ file: basename(file) })
  return { label, line }
}

const beginning = (file: string, into: Buffer): number => {
  try {
    const handle = openSync(file, "r")
    try {
      return readSync(handle, into)
    } finally {
      closeSync(handle)
    }
  } catch {
    throw new BackupDamaged({ file: basename(file) })
  }
}

export const lineOf = (label: Label): Buffer => Buffer.from(`${JSON.stringify(label)}\n`)
