/** Lists the legal conditions for ethnicity and for sensitive options, as DPIA section 4 gives them or leaves them open. */
import { type SubstantialPublicInterest, unsettled } from "../../policy/data/lawful-basis.ts"

/** Statutory and government purposes, and equality of opportunity; no appropriate policy document is named yet (F18). */
export const substantialPublicInterest = {
  article: "UK GDPR Art 9(2)(g)",
  schedule1: ["DPA 2018 Sch 1 Part 2 para 6", "DPA 2018 Sch 1 Part 2 para 8"],
  version: "UK text, on the basis of domestic law (F29)",
  inForce: "2020-12-31",
  policyDocument: unsettled("F18"),
} as const satisfies SubstantialPublicInterest

export const revealsHealth = { infers: "health", condition: substantialPublicInterest } as const

/** The DPIA asks whether it holds criminal offence data and does not answer (F17). */
export const revealsOffence = { infers: "criminal-offence", condition: unsettled("F17") } as const
