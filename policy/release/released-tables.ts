/** Lists every table ever released, in the order of release, each with who checked it and when. */
import type { PersonId } from "../capability/member.ts"
import type { Day } from "../civil-day.ts"
import type { DeclaredVariables } from "./declared-variables.ts"
import type { GeographyException } from "./geography-exception.ts"
import type { OutputCheck } from "./output-check.ts"
import type { Proposal } from "./proposal.ts"
import type { Released } from "./released.ts"

export interface StoredRelease {
  readonly proposal: Proposal
  readonly checks: readonly OutputCheck[]
  readonly approver: PersonId
  readonly table: Released
  /** Since then its numbers are not shown any more. They stay known, and every later table is audited with them. */
  readonly withdrawnOn?: Day | undefined
  /** The decision that its proposal names, where it is finer than a region. */
  readonly exception?: GeographyException | undefined
}

export interface Releases {
  readonly tables: readonly StoredRelease[]
  /** Every decision to publish finer than a region, those that were taken back too. */
  readonly widenings: readonly GeographyException[]
  /** The variables by which the tables were requested. */
  readonly declared: DeclaredVariables
}
