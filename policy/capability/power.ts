/** Lists the powers, and the powers that each role may hold; no other can be granted. */
import type { Role } from "../data/role.ts"

export const powers = [
  "read-responses",
  "read-raw-free-text",
  "review-free-text",
  "check-output",
  "release-table",
  "release-texts",
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
  "decide-for-the-controller",
  "advise-as-dpo",
  "attest",
  "answer-complaints",
  "confirm-law",
  "administer-access",
] as const

export type Power = (typeof powers)[number]

const approving = [
  "release-table",
  "release-texts",
  "widen-geography",
  "extend-retention",
  "destroy-data",
  "close-collection",
  "certify-extract-deletion",
  "read-report",
  "attest",
] as const

/**
 * Supervisors approve but do not read (F13). The processor builds, tests, maintains and takes extracts, as DPIA section 2
 * says; the Commissioner's side certifies that an extract is deleted, and never the processor. The controller decides
 * through its senior information risk owner or its director of evidence. An administrator lets people sign in, and
 * can do nothing else.
 */
export const powersOf = {
  "evidence-team": ["read-responses", "read-raw-free-text", "review-free-text", "check-output", "attest"],
  "head-of-data-science": approving,
  "director-of-evidence": [...approving, "decide-for-the-controller", "answer-complaints", "administer-access"],
  processor: ["take-extract", "build", "test", "maintain", "attest"],
  dpo: ["read-report", "advise-as-dpo", "attest", "answer-complaints"],
  "senior-information-risk-owner": ["read-report", "decide-for-the-controller", "attest"],
  "legal-adviser": ["confirm-law", "read-report", "attest"],
  administrator: ["administer-access"],
} as const satisfies Record<Role, readonly Power[]>

export const mayHold = (role: Role, power: Power): boolean => {
  const allowed: readonly Power[] = powersOf[role]
  return allowed.includes(power)
}

/** These powers touch no answer, so they need neither training nor clearance. A complaint is linked to none. */
const awayFromAnswers: readonly Power[] = [
  ...(["build", "test", "read-report"] as const),
  ...(["decide-for-the-controller", "advise-as-dpo", "attest", "answer-complaints", "confirm-law"] as const),
  "administer-access",
]

export const isNearAnswers = (power: Power): boolean => !awayFromAnswers.includes(power)
