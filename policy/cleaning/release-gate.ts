/** Gate: no text that only a detector has cleaned is released before people have read a random sample of them, without a leak. */
import { Result, Schema } from "effect"
import { parameters } from "../parameters.ts"

/** Of one version of the detector. */
export interface TextAudit {
  /** Texts that were drawn at random among the clean ones. */
  readonly drawn: number
  /** Of these, the texts that people have read. */
  readonly read: number
  /** Of these, the texts in which people found what the detector had left. */
  readonly leaks: number
  /** Clean texts that were not drawn. */
  readonly clean: number
}

/** Where fewer texts are clean, people read all of them. */
export const auditSize = ({ drawn, clean }: Pick<TextAudit, "drawn" | "clean">): number =>
  Math.min(parameters.auditedTexts.value, drawn + clean)

export class AuditOpen extends Schema.TaggedError<AuditOpen>()("AuditOpen", {
  read: Schema.Int,
  wanted: Schema.Int,
}) {
  override get message() {
    return `People have read ${this.read} of ${this.wanted} texts of the audit. No text that only the detector cleaned was released. Draw the sample, and review it.`
  }
}

export class LeakFound extends Schema.TaggedError<LeakFound>()("LeakFound", { leaks: Schema.Int }) {
  override get message() {
    return `The audit found ${this.leaks} texts that the detector had not cleaned. No text that only the detector cleaned was released. Mend the detector, and raise its version.`
  }
}

/** 0 leaks in 3,000 bounds them at 0.1 % with 95 % confidence (rule of three: Hanley and Lippman-Hand 1983). */
export const auditGate = (audit: TextAudit): Result.Result<void, AuditOpen | LeakFound> => {
  const { read, leaks } = audit
  if (leaks > 0) return Result.fail(new LeakFound({ leaks }))
  const wanted = auditSize(audit)
  return read < wanted ? Result.fail(new AuditOpen({ read, wanted })) : Result.void
}
