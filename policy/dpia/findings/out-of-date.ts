/** Where the world has moved on since the DPIA was written. */

import type { FindingWords } from "../finding.ts"
import type { FindingId } from "../finding-id.ts"

export const outOfDate = {
  F31: {
    kind: "out-of-date",
    title: "The security assurance rests on a scheme that had closed",
    quotes: [
      { section: 4, words: "HMG IA standards No. 1 and No. 2" },
      { section: 4, words: "CESG Listed Adviser Scheme" },
    ],
    matters: "The scheme closed in January 2016, five years before this survey. It assures nothing today.",
    meanwhile: "Shown as out of date; a current assurance is asked for.",
    decider: "the DPO, with the host",
    commitments: ["C025", "C118"],
  },
  F41: {
    kind: "out-of-date",
    title: "The law is that of 2021",
    quotes: [{ section: 4, words: "UK-GDPR Article.5 or The Bill Section.32" }],
    matters:
      "The Data (Use and Access) Act 2025 has since changed purpose limitation (s71), what people are told (s77), children's protection (s81), the safeguards for research and statistics (s86) and complaints (s103). The DPO's own firm has published a note on it.",
    meanwhile: "Each lawful basis carries the version of its text and the day it came into force.",
    heldBy: ["policy/data/lawful-basis.ts"],
    decider: "the DPO",
  },
} as const satisfies Partial<Record<FindingId, FindingWords>>
