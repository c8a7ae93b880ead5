/** Lists where the DPIA quotes a legal text that does not apply, or loses part of it. */
import type { FindingWords } from "./finding.ts"
import type { FindingId } from "./finding-id.ts"

export const legalTexts = {
  F29: {
    kind: "legal-text",
    title: "Two articles are quoted in the European Union's text",
    quotes: [
      { section: 4, words: "necessary for the performance of a task carried out in the public interest" },
      { section: 4, words: "on the basis of Union or Member State law" },
    ],
    matters:
      "In the UK text, Art 9(2)(g) refers to domestic law, and since 5 February 2026 Art 6(1)(e) says “a task of the controller”.",
    meanwhile: "The UK text is relied on, with its version and the day it came into force.",
    heldBy: ["policy/data/lawful-basis.ts", "surveys/characteristics/condition.ts"],
    decider: "the DPO",
    commitments: ["C084", "C098"],
  },
  F36: {
    kind: "legal-text",
    title: "The highlighted sections are no longer highlighted",
    quotes: [
      { section: 4, words: "See above the highlighted sections from Section 2(2),(3) of the Children Act 2004" },
    ],
    matters: "The highlighting is lost, and with it which of the Commissioner's functions the processing relies on.",
    meanwhile: "The report shows the whole list and relies on no item of it in particular.",
    decider: "the controller",
    commitments: ["C002", "C099"],
  },
} as const satisfies Partial<Record<FindingId, FindingWords>>
