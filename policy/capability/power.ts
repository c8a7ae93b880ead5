/** What each role may be given power to do; what is not listed here nobody can be given. */
import type { Role } from "../data/role.ts"

export const powers = [
  "read-responses",
  "read-raw-free-text",
  "review-free-text",
  "check-output",
  "release-table",
  "widen-geography",
  "extend-retention",
  "destroy-data",
  "close-collection",
  "certify-extract-deletion",
  "take-extract",
  "build",
  "test",
  "maintain",
  "read-report",
] as const

export type Power = (typeof powers)[number]

const approving = [
  "release-table",
  "widen-geography",
  "extend-retention",
  "destroy-data",
  "close-collection",
  "certify-extract-deletion",
  "read-report",
] as const

/**
 * Supervisors approve but do not read (F13). The processor builds, tests, maintains and takes extracts, as DPIA section 2
 * has it; that an extract is deleted is certified by the Commissioner's side, not by whoever held it.
 */
export const powersOf = {
  "evidence-team": ["read-responses", "read-raw-free-text", "review-free-text", "check-output"],
  "head-of-data-science": approving,
  "director-of-evidence": approving,
  processor: ["take-extract", "build", "test", "maintain"],
  dpo: ["read-report"],
  "senior-information-risk-owner": ["read-report"],
} as const satisfies Record<Role, readonly Power[]>

export const mayHold = (role: Role, power: Power): boolean => {
  const held: readonly Power[] = powersOf[role]
  return held.includes(power)
}

/** These touch no answer, and so ask for neither training nor clearance. */
const awayFromAnswers: readonly Power[] = ["build", "test", "read-report"]

export const isNearAnswers = (power: Power): boolean => !awayFromAnswers.includes(power)
