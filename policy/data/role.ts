/** Lists the roles that DPIA sections 2, 4 and 6 name, and the levels of clearance. There are no other roles. */
export const roles = [
  "evidence-team",
  "head-of-data-science",
  "director-of-evidence",
  "processor",
  "dpo",
  "senior-information-risk-owner",
] as const

export type Role = (typeof roles)[number]

/** Supervisors approve and do not read answers (F13). Source: DPIA section 4. */
export const supervisors = ["head-of-data-science", "director-of-evidence"] as const

/** UK national security vetting, lowest first. */
export const clearanceLevels = [
  "baseline-standard",
  "counter-terrorist-check",
  "security-check",
  "developed-vetting",
] as const

export type ClearanceLevel = (typeof clearanceLevels)[number]
