/** A commitment is one promise of the DPIA in its own words, with the rule that keeps it and how that is to be done. */
import type { Layer } from "../rule.ts"
import type { RuleId } from "../rule-id.ts"
import type { Section } from "./section.ts"

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

export type CommitmentId = `C${Digit}${Digit}${Digit}`

export interface Commitment {
  readonly id: CommitmentId
  readonly section: Section
  /** Verbatim: it is found in its section of the document, white space apart. */
  readonly quote: string
  readonly rule: RuleId
  /** Another commitment, kept in the same way; `how` then says only what is added. */
  readonly sameAs?: CommitmentId
  /** What is to hold the promise, layer by layer; whether it does today is for the rule's audit to say. */
  readonly how?: { readonly [L in Layer]?: string }
  /** What the DPO is shown; F.. is a finding, a point that waits for a decision. */
  readonly evidence?: string
}

export const inSection = (
  section: Section,
  promises: ReadonlyArray<Omit<Commitment, "section">>,
): ReadonlyArray<Commitment> => promises.map((promise) => ({ ...promise, section }))
