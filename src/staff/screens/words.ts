/** Calls roles, people and levels by words that everybody on the project understands. */
import type { Member } from "../../../policy/capability/member.ts"
import type { ClearanceLevel, Role } from "../../../policy/data/role.ts"

export const roleWords: Readonly<Record<Role, string>> = {
  "evidence-team": "Evidence Team",
  "head-of-data-science": "Head of Data Science",
  "director-of-evidence": "Director of Evidence",
  processor: "Processor",
  dpo: "Data Protection Officer",
  "senior-information-risk-owner": "Senior Information Risk Owner",
  "legal-adviser": "Legal adviser",
  administrator: "Administrator",
}

export const clearanceWords: Readonly<Record<ClearanceLevel, string>> = {
  "baseline-standard": "Baseline standard",
  "counter-terrorist-check": "Counter-terrorist check",
  "security-check": "Security check",
  "developed-vetting": "Developed vetting",
}

/** No name is kept: the first four signs of the id tell two people of one role apart. */
export const calledShort = ({ role, person }: Pick<Member, "role" | "person">): string =>
  `${roleWords[role]} ${person.slice(0, 4)}`
