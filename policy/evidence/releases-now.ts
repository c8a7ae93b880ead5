/** Every table ever released, with who checked it and when, in the order of release, for audits. */
import { Context } from "effect"
import type { PersonId } from "../capability/member.ts"
import type { CellKey } from "../disclosure/audit/ledger.ts"
import type { OutputCheck } from "../disclosure/output-check.ts"
import type { Proposal } from "../disclosure/proposal.ts"
import type { Widening } from "../disclosure/widening.ts"
import type { Released } from "../stage.ts"

export interface KeptRelease {
  readonly proposal: Proposal
  readonly checks: readonly OutputCheck[]
  readonly approver: PersonId
  readonly table: Released
  /** The decision that its proposal names, where it is finer than a region. */
  readonly widened?: Widening | undefined
}

export class ReleasesNow extends Context.Service<
  ReleasesNow,
  {
    readonly tables: readonly KeptRelease[]
    /** Every decision to publish finer than a region, those that were taken back too. */
    readonly widenings?: readonly Widening[]
    /** Keys of the single records that are held, so that a table that leaves out one of them is known. */
    readonly few?: readonly CellKey[]
  }
>()("policy/evidence/ReleasesNow") {}
