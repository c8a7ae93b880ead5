/** Lists every promise of the DPIA in the order of the document; the rules and the report are built on this list. */
import type { Commitment } from "./commitment.ts"
import { section1 } from "./section-1.ts"
import { section2Context } from "./section-2-context.ts"
import { section2Nature } from "./section-2-nature.ts"
import { section2Scope } from "./section-2-scope.ts"
import { section3 } from "./section-3.ts"
import { section4LawfulBasis } from "./section-4-lawful-basis.ts"
import { section4Proportionality } from "./section-4-proportionality.ts"
import { section5 } from "./section-5.ts"
import { section6 } from "./section-6.ts"

export const commitments: ReadonlyArray<Commitment> = [
  ...section1,
  ...section2Nature,
  ...section2Scope,
  ...section2Context,
  ...section3,
  ...section4LawfulBasis,
  ...section4Proportionality,
  ...section5,
  ...section6,
]
