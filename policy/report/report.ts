/** All that the report says, as data: the page and its JSON twin are made from this one value. */

import type { Banded } from "../banded.ts"
import type { Section } from "../dpia/document/section.ts"
import type { Finding } from "../dpia/findings/finding.ts"
import type { ConfirmationState } from "../dpia/law/confirmation.ts"
import type { Layer } from "../layer.ts"
import type { RuleId } from "../rule-id.ts"
import type { Verdict } from "../verdict.ts"
import type { PersonReport, ReadingReport } from "./access-report.ts"
import type { Annex } from "./annex.ts"
import type { AttestationCounts, AttestationReport } from "./attestation-report.ts"
import type { Certificate } from "./certificates.ts"
import type { Changes } from "./changes.ts"
import type { CommitmentReport } from "./commitment-report.ts"
import type { ComplaintsReport, ExtractReport, ReleaseReport, RetainedDay } from "./custody-report.ts"
import type { FlowReport, PlaceReport } from "./data-flow.ts"
import type { DesignStandard } from "./design-standards.ts"
import type { Kept } from "./kept.ts"
import type { ProcessingPart } from "./processing-record.ts"
import type { ResultTampering } from "./result-tamperings.ts"
import type { ReviewReport } from "./review-report.ts"
import type { Right } from "./rights.ts"
import type { RiskReport } from "./risk-report.ts"
import type { Strength } from "./strength.ts"
import type { Tampering } from "./tamperings.ts"

/** Either found out about this very build, or not, and then why. */
export type Checked<A> = ({ readonly checked: true; readonly on: string } & A) | Unchecked
export interface Unchecked {
  readonly checked: false
  readonly because: string
}

export interface TestsOfRule {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly files: ReadonlyArray<{ readonly file: string; readonly tests: number }>
  readonly failing: readonly string[]
}

export interface SabotagesOfRule {
  readonly caught: number
  readonly tried: number
  readonly notBuilt: number
  readonly uncaught: readonly string[]
}

export interface RuleReport {
  readonly id: RuleId
  /** Its number, in the order of the DPIA. */
  readonly no: number
  /** Is it kept? */
  readonly kept: Kept
  /** Why it is kept, broken or not checked. */
  readonly because: string
  /** What must be decided about it, and by whom; `null` when nothing waits. */
  readonly needs: string | null
  /** The best proof that it is kept. */
  readonly strength: Strength
  /** What its audit read on the day of the report, and what it asked for in vain. */
  readonly lookedAt: readonly string[]
  readonly notSeen: readonly string[]
  readonly statement: string
  readonly section: Section
  readonly quote: string
  /** Promises of the DPIA that rest on this rule. */
  readonly promises: number
  /** Of those that only people can keep; absent where no promise is theirs. */
  readonly people?: AttestationCounts
  readonly law: readonly string[]
  readonly enforcedBy: readonly Layer[]
  readonly observed: { readonly status: Verdict["status"]; readonly words: string }
  readonly counterexamples?: { readonly refused: number; readonly of: number; readonly wrong: readonly string[] }
  /** Definitions that must not compile, and how many of them this build was seen to refuse. */
  readonly compileTime?: { readonly of: number; readonly seen: Checked<{ readonly refused: number }> }
  readonly tests: Checked<TestsOfRule>
  readonly sabotages: Checked<SabotagesOfRule>
  /** Open findings that bear on it. */
  readonly waitsFor: ReadonlyArray<Finding["id"]>
}

export interface FindingReport extends Omit<Finding, "heldBy" | "lookedIn" | "commitments"> {
  readonly state: "decided" | "waived" | "open"
  readonly lookedIn?: string
  readonly heldBy: readonly string[]
  readonly decision?: { readonly words: string; readonly on: string; readonly policyDocument?: string }
  readonly waiver?: { readonly reason: string; readonly on: string; readonly until: string }
}

export interface SignOffReport {
  readonly of: string
  readonly recorded: ReadonlyArray<{
    readonly by: string
    readonly on: string
    readonly ofThisVersion: boolean
    readonly advice?: string
    readonly answer?: {
      readonly outcome: string
      readonly by: string
      readonly on: string
      readonly reasons?: string
    }
  }>
}

/** A question, its basis or condition, and the text of the law. */
export interface BasisReport {
  readonly what: string
  readonly forms: readonly string[]
  readonly reveals?: string
  readonly basis: string
  readonly version?: string
  readonly inForce?: string
  readonly unsettled: readonly string[]
}

/** A provision that rules cite. */
export interface LawReport {
  readonly provision: string
  readonly version: string
  readonly inForce: string
  readonly rules: readonly string[]
  readonly confirmed: ConfirmationReport
}

/** Whether a person qualified in law has confirmed an entry; `entry` names it for the command. */
export interface ConfirmationReport {
  readonly entry: string
  readonly state: ConfirmationState
  readonly on?: string
  readonly until?: string
  readonly reference?: string
}

export interface AssetReport {
  readonly id: string
  readonly kind: string
  readonly what: string
  readonly owner: string
  readonly location: string
  readonly categories: readonly string[]
  readonly retention: string
}

export interface ParameterReport {
  readonly what: string
  readonly value: string
  readonly from: string
  readonly source: string
}

export interface MutationReport {
  readonly score: number
  readonly killed: number
  readonly total: number
  readonly survivors: ReadonlyArray<{
    readonly file: string
    readonly line: number
    readonly mutator: string
    readonly reason: string
  }>
}

/** How many are held, in bands, or why that was not looked at. */
export type StoreReport =
  | { readonly read: true; readonly held: ReadonlyArray<{ readonly form: string; readonly answers: Banded }> }
  | { readonly read: false; readonly because: string }

/** `by` is a day, or what it must come before. */
export interface Action {
  readonly what: string
  readonly who: string
  readonly by: string
}

/** The ledger that the report speaks of, for the next one to compare. */
export type LedgerReport =
  | { readonly read: true; readonly length: number; readonly head: string }
  | { readonly read: false; readonly because: string }

export interface Report {
  /** The public edition leaves out what only those who run the service need. */
  readonly edition: "full" | "public"
  readonly controller: string
  readonly mode: string
  readonly madeOn: string
  readonly dpiaVersion: string
  readonly build: {
    readonly commit: string
    readonly clean: boolean
    readonly lockfile: string
    /** How many files were digested: sources, tests, lockfile, built output and what runs outside it. */
    readonly files: number
    /** Over all of them. */
    readonly digest: string
  }
  /** Upheld, broken and not checked add up to the rules; those that need a decision may be any of them. */
  readonly summary: {
    readonly rules: number
    readonly upheld: number
    readonly broken: number
    readonly notChecked: number
    readonly needsDecision: number
    readonly waivers: number
    readonly attestations: AttestationCounts
    readonly commitments: number
    readonly findings: number
    readonly openFindings: number
  }
  readonly tests: Checked<{ readonly passed: number; readonly failed: number; readonly skipped: number }>
  readonly sabotages: Checked<{ readonly caught: number; readonly tried: number; readonly notBuilt: number }>
  readonly mutation: Checked<MutationReport>
  readonly changed: Changes
  /** What somebody has to do, the most pressing first. */
  readonly needed: readonly Action[]
  /** The worst first. */
  readonly risks: readonly RiskReport[]
  readonly rules: readonly RuleReport[]
  readonly store: StoreReport
  readonly findings: readonly FindingReport[]
  readonly signOffs: readonly SignOffReport[]
  readonly attestations: readonly AttestationReport[]
  readonly bases: readonly BasisReport[]
  readonly law: {
    readonly provisions: readonly LawReport[]
    readonly changes: ReadonlyArray<{
      readonly section: string
      readonly inForce: string
      readonly what: string
      readonly confirmed: ConfirmationReport
    }>
  }
  readonly commitments: readonly CommitmentReport[]
  readonly review: ReviewReport
  readonly flow: { readonly places: readonly PlaceReport[]; readonly steps: readonly FlowReport[] }
  readonly processing: readonly ProcessingPart[]
  readonly retention: Annex<RetainedDay>
  readonly extracts: Annex<ExtractReport>
  readonly people: Annex<PersonReport>
  readonly readings: Annex<ReadingReport>
  readonly certificates: Annex<Certificate>
  readonly releases: Annex<ReleaseReport>
  readonly complaints: Annex<ComplaintsReport>
  readonly standards: readonly DesignStandard[]
  readonly rights: readonly Right[]
  readonly ledger: LedgerReport
  readonly assets: readonly AssetReport[]
  readonly parameters: readonly ParameterReport[]
  /** What the report was seen to notice. */
  readonly tamperings: readonly Tampering[]
  readonly resultTamperings: readonly ResultTampering[]
}
