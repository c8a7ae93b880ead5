/** Why an audit could not decide: a closed list, each told with what to do about it and never with a count. */
import { Schema } from "effect"

export const undecided = [
  "not-understood",
  "duplicate-cell",
  "unknown-cell",
  "not-a-count",
  "hierarchy-loop",
  "margins-do-not-add-up",
  "missing-cell",
  "nothing-withheld",
  "no-solution",
  "solver-stopped",
  "unproved",
] as const

export class AuditRefused extends Schema.TaggedError<AuditRefused>()("AuditRefused", {
  kind: Schema.Literals(undecided),
  found: Schema.String,
  remedy: Schema.String,
}) {
  override get message(): string {
    return `Could not decide: ${this.found}. ${this.remedy}.`
  }
}

export const refused = (kind: (typeof undecided)[number], found: string, remedy: string): AuditRefused =>
  new AuditRefused({ kind, found, remedy })
