/** Lists where the law or the world has changed since the DPIA was written. */
import type { FindingWords } from "./finding.ts"
import type { FindingId } from "./finding-id.ts"

export const outOfDate = {
  F31: {
    kind: "out-of-date",
    title: "The security assurance cites a scheme that had closed",
    quotes: [
      { section: 4, words: "HMG IA standards No. 1 and No. 2" },
      { section: 4, words: "CESG Listed Adviser Scheme" },
    ],
    matters: "The scheme closed in January 2016, five years before this survey. It assures nothing today.",
    meanwhile: "The report shows it as out of date and asks for a current assurance.",
    decider: "the DPO, with the host",
    commitments: ["C025", "C118"],
  },
  F41: {
    kind: "out-of-date",
    title: "The document cites the law of 2021",
    quotes: [{ section: 4, words: "UK-GDPR Article.5 or The Bill Section.32" }],
    matters:
      "The Data (Use and Access) Act 2025 has since changed the public task (s70), purpose limitation (s71), the information that people receive (s77), children's protection (s81), the safeguards for research and statistics (s86) with what refers to them (s87), complaints (s103) and storage on a device (s112). The DPO's own firm has published a note on it.",
    meanwhile: "Each provision that a rule cites carries its version and the day it came into force.",
    heldBy: ["policy/dpia/law/law.ts", "policy/data/lawful-basis.ts"],
    decider: "the DPO",
  },
} as const satisfies Partial<Record<FindingId, FindingWords>>
