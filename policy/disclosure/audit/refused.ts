/** Explains why an audit could not decide, by a closed list of kinds, with a remedy and never with a count. */
import { Schema } from "effect"

export const refusalKinds = [
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
  kind: Schema.Literals(refusalKinds),
  found: Schema.String,
  remedy: Schema.String,
}) {
  override get message(): string {
    return `Could not decide: ${this.found}. ${this.remedy}.`
  }
}

export const refuseAudit = (kind: (typeof refusalKinds)[number], found: string, remedy: string): AuditRefused =>
  new AuditRefused({ kind, found, remedy })
