/** Reads Stryker's report strictly: how many mutants made a test fail, and which survived. */
import { readFileSync } from "node:fs"
import { Schema } from "effect"
import type { Survivor } from "./survivor.ts"

const Position = Schema.Struct({ line: Schema.Int, column: Schema.Int })

const Mutant = Schema.Struct({
  mutatorName: Schema.String,
  replacement: Schema.optionalKey(Schema.String),
  location: Schema.Struct({ start: Position, end: Position }),
  status: Schema.Literals([
    "Killed",
    "Timeout",
    "Survived",
    "NoCoverage",
    "Ignored",
    "RuntimeError",
    "CompileError",
    "Pending",
  ]),
})

const Report = Schema.Struct({
  files: Schema.Record(Schema.String, Schema.Struct({ source: Schema.String, mutants: Schema.Array(Mutant) })),
})

export interface MutationReport {
  readonly killed: number
  readonly total: number
  readonly survivors: readonly Survivor[]
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim()

/** Stryker counts lines and columns from 1. */
const textAt = (source: string, { start, end }: (typeof Mutant.Type)["location"]): string => {
  const lines = source.split("\n").slice(start.line - 1, end.line)
  const last = lines.length - 1
  return lines
    .map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined))
    .join("\n")
}

export const readReport = (file: string): MutationReport => {
  const { files } = Schema.decodeUnknownSync(Schema.fromJsonString(Report))(readFileSync(file, "utf8"))
  const all = Object.entries(files).flatMap(([name, { source, mutants }]) =>
    mutants.map((mutant) => ({ name, source, ...mutant })),
  )
  const having = (...statuses: readonly string[]) => all.filter(({ status }) => statuses.includes(status))
  const killed = having("Killed", "Timeout").length
  const alive = having("Survived", "NoCoverage")
  const survivors = alive.map(({ name, source, location, mutatorName, replacement = "" }) => ({
    file: name,
    line: location.start.line,
    mutator: mutatorName,
    was: oneLine(textAt(source, location)),
    became: oneLine(replacement),
  }))
  return { killed, total: killed + alive.length, survivors }
}
