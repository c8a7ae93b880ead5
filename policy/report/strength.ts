/** Grades the best proof that a rule is kept: stated, attested, tested, prevented or observed. */
import type { Layer } from "../layer.ts"
import type { AttestationCounts } from "./attestation-report.ts"
import type { Kept } from "./kept.ts"
import { isOfStores, type Looked } from "./looked.ts"

/** From the weakest to the strongest. */
export const strengths = ["stated", "attested", "tested", "prevented", "observed"] as const
export type Strength = (typeof strengths)[number]

export const strengthWords: Readonly<Record<Strength, string>> = {
  stated: "the DPIA promises it, and nothing here shows it",
  attested: "people say so, each with a document",
  tested: "tests of this very build show it",
  prevented: "the software refuses a breach, and tests show that",
  observed: "it is prevented, and the stores were searched for a breach",
}

/** Layers in which the software refuses, rather than looks. */
const preventing: readonly Layer[] = ["types", "schema", "runtime", "database"]

export interface Graded {
  readonly kept: Kept
  readonly enforcedBy: readonly Layer[]
  readonly people?: AttestationCounts
  readonly looked: Looked
}

/** Only a rule that is upheld is tested: its audit found nothing and none of its tests failed or was left out. */
export const strengthOf = ({ kept, enforcedBy, people, looked }: Graded): Strength => {
  if (kept !== "upheld") {
    const isAttested = people !== undefined && people.attested > 0 && people.lapsed + people.missing === 0
    return kept === "not-checked" && isAttested ? "attested" : "stated"
  }
  if (!enforcedBy.some((layer) => preventing.includes(layer))) return "tested"
  return looked.seen.some(isOfStores) ? "observed" : "prevented"
}
