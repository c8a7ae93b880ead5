/** Describes the lawful conditions for a question or an option, each with its version and the day it came into force. */
import type { Inference } from "./category.ts"

/** A condition that the DPIA does not give. It compiles, the report lists it, and live stays shut. */
export interface Unsettled<F extends "F17" | "F18"> {
  readonly unsettled: F
}

export const unsettled = <const F extends "F17" | "F18">(finding: F): Unsettled<F> => ({ unsettled: finding })

/** `inForce` is an ISO date. */
export interface LawText {
  readonly provision: string
  readonly version: string
  readonly inForce: string
}

/** UK GDPR Article 6(1)(e) as amended by the Data (Use and Access) Act 2025, section 70 (F29). */
export const publicTask = {
  provision: "UK GDPR Art 6(1)(e)",
  version: "as amended by the Data (Use and Access) Act 2025, s70",
  inForce: "2026-02-05",
} as const satisfies LawText

export type PublicTask = typeof publicTask

/** DPA 2018 Schedule 1, Part 2: a condition holds only with an appropriate policy document (para 5). Source: DPIA section 4; F18. */
export interface SubstantialPublicInterest {
  readonly article: "UK GDPR Art 9(2)(g)"
  readonly schedule1: readonly [SchedulePara, ...SchedulePara[]]
  readonly version: string
  readonly inForce: string
  readonly policyDocument: { readonly reference: string } | Unsettled<"F18">
}

/** 6: statutory and government purposes; 8: equality of opportunity or treatment. */
export type SchedulePara = "DPA 2018 Sch 1 Part 2 para 6" | "DPA 2018 Sch 1 Part 2 para 8"

/** Parts 1 to 3 of Schedule 1 hold the conditions; Part 3 para 36 lends those of Part 2 to offences. */
export type OffencePara = `DPA 2018 Sch 1 Part ${1 | 2 | 3} para ${number}`

/** UK GDPR Article 10 with DPA 2018 sections 10 and 11. The DPIA names no condition, so the forms use `unsettled("F17")`. */
export interface CriminalOffenceCondition {
  readonly article: "UK GDPR Art 10"
  readonly schedule1: readonly [OffencePara, ...OffencePara[]]
  readonly version: string
  readonly inForce: string
  readonly policyDocument: { readonly reference: string } | Unsettled<"F18">
}

/** A condition before any rule has checked it. */
export interface ConditionDraft {
  readonly article?: string
  readonly schedule1?: readonly string[]
  readonly version?: string
  readonly inForce?: string
  readonly policyDocument?: { readonly reference?: string; readonly unsettled?: string }
  readonly unsettled?: string
}

/** The condition that an inference must carry to compile. */
export type ConditionFor<I extends Inference> = I extends "criminal-offence"
  ? CriminalOffenceCondition | Unsettled<"F17">
  : SubstantialPublicInterest
