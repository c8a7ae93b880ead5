/** Defines the steps that a transfer reports as it completes them: a kind, a day and a count. */
import type { Effect } from "effect"
import type { Day } from "../../policy/civil-day.ts"

export const steps = [
  "shut",
  "stored",
  "verified",
  "backed-up",
  "removed",
  "given-up",
  "day-verified",
  "backup-verified",
  "emptied",
  "marked",
  "key-destroyed",
  "certified",
] as const

export interface Step {
  readonly kind: (typeof steps)[number]
  readonly day: Day
  /** The responses that the step concerned. */
  readonly responses: number
}

export type ReportProgress = (step: Step) => Effect.Effect<void>
