/** Writes one JSON line per event; its fields are an allow-list, so that no answer and no exact count can be logged. */
import { Schema } from "effect"
import { failures } from "../../db/failure.ts"
import type { Banded } from "../../policy/banded.ts"

const processes = ["launcher", "web", "writer", "keeper", "staff", "transfer", "custody"] as const
const events = [
  "opened",
  "stopped",
  "process-ended",
  "process-failed",
  "request-failed",
  "message-refused",
  "memory-exceeded",
  "day-refused",
  "store-unavailable",
  "store-available",
  "rate-changed",
  "nightly-transfer-done",
  "nightly-transfer-failed",
  "nightly-custody-done",
  "nightly-custody-failed",
] as const

/** Names of classes only: an error's message may hold an answer. */
const ErrorClass = Schema.String.check(Schema.isPattern(/^[A-Za-z]\w{0,59}$/)).pipe(Schema.brand("ErrorClass"))
const Commit = Schema.String.check(Schema.isPattern(/^(?:[0-9a-f]{40}|unknown)$/)).pipe(Schema.brand("Commit"))
const Milliseconds = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1e9 })).pipe(Schema.brand("Milliseconds"))

/** The fields that one process may send to the launcher. */
export const LogFields = Schema.Struct({
  process: Schema.Literals(processes),
  event: Schema.Literals(events),
  error: Schema.optionalKey(ErrorClass),
  /** Why the store is unavailable; its process may also say nothing at all. */
  failure: Schema.optionalKey(Schema.Literals([...failures, "silent"])),
  milliseconds: Schema.optionalKey(Milliseconds),
  commit: Schema.optionalKey(Commit),
})
export type LogFields = typeof LogFields.Type

/** How many answers come, against the expected number of the hour. */
export type Rate = "as-expected" | "above-expected" | "far-above-expected"

/** Only `banded` makes a count. */
export interface LogEntry extends LogFields {
  readonly rate?: Rate
  readonly count?: Banded
}

/** A field outside the allow-list does not compile, even in a value that was made elsewhere. */
export type Log = <E extends LogEntry>(entry: E & Record<Exclude<keyof E, keyof LogEntry>, never>) => void

const isErrorClass = Schema.is(ErrorClass)

/** The tag of a typed error, or the name of any other class. */
export const errorClass = (error: unknown): typeof ErrorClass.Type => {
  const named: unknown = error instanceof Error ? ("_tag" in error ? error._tag : error.name) : undefined
  return isErrorClass(named) ? named : ErrorClass.make("Unknown")
}

export const commitOf = (commit: string): typeof Commit.Type =>
  Schema.is(Commit)(commit) ? commit : Commit.make("unknown")

/** From a reading of `performance.now()` to this moment. */
export const millisecondsSince = (start: number): typeof Milliseconds.Type =>
  Milliseconds.make(Math.min(1e9, Math.max(0, Math.round(performance.now() - start))))

/** The log of a test, and of anything that was given no other. */
export const silentLog: Log = () => undefined

export const logTo = (write: (line: string) => void, now: () => Date = () => new Date()): Log => {
  const names = [...Object.keys(LogFields.fields), "rate", "count"]
  return (entry) => {
    const fields = Object.entries(entry).filter(([name, value]) => names.includes(name) && value !== undefined)
    write(`${JSON.stringify({ at: now().toISOString().slice(0, 19), ...Object.fromEntries(fields) })}\n`)
  }
}
