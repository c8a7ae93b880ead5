/** The steps of a transfer as they are passed, for whoever shows progress: a kind, a day and a count. */
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
  /** How many this step was about. */
  readonly responses: number
}

export type Passed = (step: Step) => Effect.Effect<void>
