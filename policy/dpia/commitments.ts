/** Every promise of the DPIA, in the order of the document: the register that the rules and the report stand on. */
import type { Commitment } from "./commitment.ts"
import { section1 } from "./commitments/section-1.ts"
import { section2Context } from "./commitments/section-2-context.ts"
import { section2Nature } from "./commitments/section-2-nature.ts"
import { section2Scope } from "./commitments/section-2-scope.ts"
import { section3 } from "./commitments/section-3.ts"
import { section4LawfulBasis } from "./commitments/section-4-lawful-basis.ts"
import { section4Proportionality } from "./commitments/section-4-proportionality.ts"
import { section5 } from "./commitments/section-5.ts"
import { section6 } from "./commitments/section-6.ts"

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
