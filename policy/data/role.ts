/** Lists the roles that DPIA sections 2, 4 and 6 name, a person qualified in law for the register of the law, one who administers access, and the levels of clearance. */
export const roles = [
  "evidence-team",
  "head-of-data-science",
  "director-of-evidence",
  "processor",
  "dpo",
  "senior-information-risk-owner",
  "legal-adviser",
  "administrator",
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
