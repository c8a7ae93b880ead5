/** Describes a finding: a point on which the DPIA contradicts itself, is unclear, silent or out of date, and the default until it is decided. */
import type { Breach } from "../../breach.ts"
import type { CommitmentId } from "../commitments/commitment.ts"
import type { Section } from "../document/section.ts"
import type { FindingId, Severity } from "./finding-id.ts"

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

/** Word for word: it occurs in its section of the document, apart from white space. */
export interface Quote {
  readonly section: Section
  readonly words: string
}

/** Quotations from the document; where it is silent, the sections that were searched. */
type Source =
  | { readonly quotes: readonly [Quote, ...Quote[]]; readonly lookedIn?: string }
  | { readonly quotes: readonly []; readonly lookedIn: string }

export type FindingWords = Source & {
  readonly kind: FindingKind
  readonly title: string
  readonly matters: string
  /** The strict default that the code follows, or will follow, until someone decides. */
  readonly meanwhile: string
  /** The files that enforce the strict default today; absent while the thing that it protects is not built. */
  readonly heldBy?: readonly [string, ...string[]]
  readonly decider: Decider
  readonly commitments?: readonly CommitmentId[]
}

export type Finding = FindingWords & { readonly id: FindingId; readonly severity: Severity }

export type FindingsById = Readonly<Record<FindingId, FindingWords>>

type Complete<F> = [Exclude<FindingId, keyof F>] extends [never]
  ? unknown
  : Breach<"dpia-signed-off", `put back finding ${Exclude<FindingId, keyof F>}: a finding is decided and never dropped`>

/** Compiles only with all of them. */
export const complete = <const F extends Partial<FindingsById>>(findings: F & Complete<F>): F => findings
