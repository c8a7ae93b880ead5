/** Describes a commitment: one promise of the DPIA in its own words, with the rule that keeps it and the way it is kept. */
import type { Layer } from "../../layer.ts"
import type { RuleId } from "../../rule-id.ts"
import type { Section } from "../document/section.ts"

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

export type CommitmentId = `C${Digit}${Digit}${Digit}`

export interface Commitment {
  readonly id: CommitmentId
  readonly section: Section
  /** Word for word: it occurs in its section of the document, apart from white space. */
  readonly quote: string
  readonly rule: RuleId
  /** Another commitment that is kept in the same way; `how` then lists only additions. */
  readonly sameAs?: CommitmentId
  /** The measure in each layer that keeps the promise. The rule's audit says whether it works today. */
  readonly how?: { readonly [L in Layer]?: string }
  /** The evidence that the DPO sees. F.. is a finding, a point that waits for a decision. */
  readonly evidence?: string
}

export const inSection = (
  section: Section,
  promises: ReadonlyArray<Omit<Commitment, "section">>,
): ReadonlyArray<Commitment> => promises.map((promise) => ({ ...promise, section }))
