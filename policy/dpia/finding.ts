/** A finding is one point on which the DPIA contradicts itself, is unclear, is silent or is out of date, and what holds until it is decided. */
import type { Breach } from "../breach.ts"
import type { CommitmentId } from "./commitment.ts"
import type { FindingId, Severity } from "./finding-id.ts"
import type { Section } from "./section.ts"

export const findingKinds = ["contradiction", "ambiguity", "gap", "out-of-date", "legal-text"] as const
export type FindingKind = (typeof findingKinds)[number]

export const deciders = [
  "the controller",
  "the controller, with the DPO",
  "the controller's accountable officer",
  "the DPO",
  "the DPO, with the host",
] as const
export type Decider = (typeof deciders)[number]

/** Verbatim: found in its section of the document, white space apart. */
export interface Quote {
  readonly section: Section
  readonly words: string
}

/** What the document says; or, where it is silent, where that was looked for. */
type Shown =
  | { readonly quotes: readonly [Quote, ...Quote[]]; readonly lookedIn?: string }
  | { readonly quotes: readonly []; readonly lookedIn: string }

export type FindingWords = Shown & {
  readonly kind: FindingKind
  readonly title: string
  readonly matters: string
  /** The strict default: what the code does, or will do, until somebody decides. */
  readonly meanwhile: string
  /** The files that hold the strict default today, and are not there where it waits for what it guards. */
  readonly heldBy?: readonly [string, ...string[]]
  readonly decider: Decider
  readonly commitments?: readonly CommitmentId[]
}

export type Finding = FindingWords & { readonly id: FindingId; readonly severity: Severity }

export type FindingsById = Readonly<Record<FindingId, FindingWords>>

type Complete<F> = [Exclude<FindingId, keyof F>] extends [never]
  ? unknown
  : Breach<"dpia-signed-off", `put back finding ${Exclude<FindingId, keyof F>}: a finding is decided, never dropped`>

/** Compiles only with all 42. */
export const complete = <const F extends Partial<FindingsById>>(findings: F & Complete<F>): F => findings
